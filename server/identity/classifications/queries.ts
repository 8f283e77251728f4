import { type Industry, industries, industryByCode, industryPath } from '../../shared/industries';
import type { Text } from '../../shared/text';

export type FoundIndustry = Industry & { readonly path: Text[] };

/** What a person can look through while typing. */
const foundMax = 30;

/**
 * The industries that `q` means, at most 30: first the one with that code, then codes that begin with it, then names
 * that contain it, wider entries before narrower. A section's letter may stand before the digits (C3511).
 */
export function findIndustries(q: string): FoundIndustry[] {
  const words = q.trim().toLowerCase();
  const code = words.toUpperCase().replace(/^[A-T](?=\d)/, '');
  if (words === '') return [];
  const exact = industryByCode(code);
  const within = industries.filter(({ code: other }) => other !== code && other.startsWith(code));
  const named = industries.filter(({ name }) => name.zh.includes(words) || name.en.toLowerCase().includes(words));
  const found = new Set([...(exact ? [exact] : []), ...[...within, ...named].sort((a, b) => depthOf(a) - depthOf(b))]);
  return [...found].slice(0, foundMax).map(entry => ({ ...entry, path: industryPath(entry.code).map(({ name }) => name) }));
}

const depthOf = ({ level }: Industry): number => ['section', 'division', 'group', 'class'].indexOf(level);
