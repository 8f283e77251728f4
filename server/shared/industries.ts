import { industryEnglish } from './industryEnglish';
import { industryNames } from './industryNames';
import type { Text } from './text';

export type IndustryLevel = 'section' | 'division' | 'group' | 'class';

/** An entry of 国民经济行业分类 GB/T 4754-2017: 门类 C, 大类 35, 中类 351, 小类 3511. */
export type Industry = {
  readonly code: string;
  readonly level: IndustryLevel;
  /** The standard's own name, and ours in English: it has none. */
  readonly name: Text;
  /** The letter of the section; a section's own code for itself. */
  readonly section: string;
  /** Null for a section. */
  readonly parentCode: string | null;
};

/** The whole classification (without the 2019 amendment), each parent before its children. */
export const industries: readonly Industry[] = read(industryNames, englishOf(industryEnglish));

const byCode = new Map(industries.map(industry => [industry.code, industry]));

const childrenByCode = new Map<string | null, Industry[]>();
for (const industry of industries) {
  const siblings = childrenByCode.get(industry.parentCode);
  if (siblings) siblings.push(industry);
  else childrenByCode.set(industry.parentCode, [industry]);
}

/** The entry with this code; undefined when the classification has none. */
export const industryByCode = (code: string): Industry | undefined => byCode.get(code);

/** The name of an entry; a code the classification does not know is shown as itself. */
export const industryName = (code: string): Text => byCode.get(code)?.name ?? { zh: code, en: code };

/** The entries directly below `code`, in code order; the sections for null. */
export const childIndustries = (code: string | null): readonly Industry[] => childrenByCode.get(code) ?? [];

/** Whether `code` is `ancestor` or lies below it; false when the classification lacks either. */
export function isWithinIndustry(code: string, ancestor: string): boolean {
  const inner = byCode.get(code);
  const outer = byCode.get(ancestor);
  if (inner === undefined || outer === undefined) return false;
  return outer.level === 'section' ? inner.section === outer.code : inner.level !== 'section' && code.startsWith(ancestor);
}

/** The entries from the section down to `code`: for 3511 they are C, 35, 351, 3511. */
export function industryPath(code: string): readonly Industry[] {
  const entry = byCode.get(code);
  if (entry === undefined) return [];
  return entry.parentCode === null ? [entry] : [...industryPath(entry.parentCode), entry];
}

function read(names: string, english: ReadonlyMap<string, string>): Industry[] {
  const entries: Industry[] = [];
  let section = '';
  let division = '';
  const named = (code: string, zh: string): Text => ({ zh, en: english.get(code) ?? zh });
  for (const line of names.trim().split('\n')) {
    const [head = '', ...rest] = line.split(' ');
    if (/^[A-T]$/.test(head)) {
      section = head;
      entries.push({ code: head, level: 'section', name: nameOf(rest), section, parentCode: null });
    } else if (/^\d\d$/.test(head)) {
      division = head;
      entries.push({ code: head, level: 'division', name: nameOf(rest), section, parentCode: section });
    } else {
      const group = head.slice(0, 3);
      const groupZh = head.slice(3);
      entries.push({ code: group, level: 'group', name: named(group, groupZh), section, parentCode: division });
      for (const item of rest) {
        const code = group + item.charAt(0);
        const zh = item.slice(1) === '=' ? groupZh : item.slice(1);
        entries.push({ code, level: 'class', name: named(code, zh), section, parentCode: group });
      }
    }
  }
  return entries;
}

function nameOf([zh = '', ...en]: readonly string[]): Text {
  return { zh, en: en.join(' ') };
}

/** The English name of each group and class. */
function englishOf(lines: string): ReadonlyMap<string, string> {
  const english = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [head = '', ...classes] = line.split('; ');
    const [group, name] = [head.slice(0, 3), head.slice(4)];
    english.set(group, name);
    for (const item of classes) english.set(group + item.charAt(0), item.slice(2) === '=' ? name : item.slice(2));
  }
  return english;
}
