import { describe, expect, it } from 'vitest';
import { bans, emptyNames, mayImport } from './rules';
import { isTest, lineOf, type Source, sourcesIn } from './sources';

const sources = ['server', 'admin', 'seeds'].flatMap(sourcesIn).filter(source => !isTest(source));

/** The part of the house that a path belongs to, as `mayImport` names it. */
function partOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (top !== 'server') return top;
  return third === undefined ? `server/${second.replace(/\.ts$/, '')}` : second;
}

const isOurs = (imported: string): boolean => /^(server|admin|seeds|tests)\//.test(imported);

describe('who may import whom', () => {
  it('has a line in the table for every part of the house', () => {
    const parts = new Set(sources.map(({ path }) => partOf(path)));
    expect([...parts].filter(part => !(part in mayImport))).toEqual([]);
  });

  it('is as the table says', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const from = partOf(path);
      const allowed = mayImport[from] ?? [];
      return imports
        .filter(isOurs)
        .map(imported => ({ imported, to: partOf(imported) }))
        .filter(({ to }) => to !== from && !allowed.includes(to) && !(allowed.includes('*') && to !== 'tests'))
        .map(({ imported }) => `${path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  it('never goes in a circle between parts', () => {
    const circles = Object.keys(mayImport).flatMap(part => circleFrom(part, part, new Set()) ?? []);
    expect(circles).toEqual([]);
  });
});

/** The first way from `part` back to `start` in the table. */
function circleFrom(start: string, part: string, seen: Set<string>): string[] | null {
  for (const next of mayImport[part] ?? []) {
    if (next === start) return [`${start} → … → ${part} → ${start}`];
    if (seen.has(next)) continue;
    seen.add(next);
    const found = circleFrom(start, next, seen);
    if (found) return found;
  }
  return null;
}

describe('what the source never says', () => {
  const inTests = sourcesIn('tests');
  it.each(bans)('$what', ({ pattern, within, except = [] }) => {
    const found = [...sources, ...inTests]
      .filter(({ path }) => within.some(place => isBelow(path, place)) && !except.some(place => isBelow(path, place)))
      .filter(({ path }) => path !== 'tests/architecture/rules.ts')
      .map(withoutComments)
      .filter(({ text }) => pattern.test(text));
    expect(found.map(source => `${source.path}:${lineOf(source, pattern)}`)).toEqual([]);
  });

  it('empty names: every folder and file is named for what is inside', () => {
    const named = sources.filter(({ path }) => path.split('/').some(word => emptyNames.includes(word.replace(/\.tsx?$/, ''))));
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

/** True when `path` is `place`, lies below it, or ends as `place` says after `**`. */
function isBelow(path: string, place: string): boolean {
  if (place.startsWith('**/*')) return path.endsWith(place.slice(4));
  if (place.startsWith('**/')) return path.endsWith(place.slice(2));
  return path === place || path.startsWith(`${place}/`);
}

const withoutComments = (source: Source): Source => ({
  ...source,
  text: source.text.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1'),
});
