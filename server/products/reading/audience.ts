import type { Alternative, Clause, Predicate } from '../../matching/rule';
import { isPredicate } from '../../matching/rule';
import { type ReadCondition, readConditions } from './conditions/readConditions';
import { taxConditions } from './conditions/tax';

const smallAndMicro: Predicate = { attr: 'sizeClass', op: 'in', value: ['MICRO', 'SMALL'] };
/** 中小企业 includes micro firms (中小企业促进法 2). */
const smes: Predicate = { attr: 'sizeClass', op: 'in', value: ['MICRO', 'SMALL', 'MEDIUM'] };

/** Kinds of borrower that the dictionary knows, by the whole of their name. */
const kinds: readonly { readonly pattern: RegExp; readonly predicate: Predicate }[] = [
  { pattern: /^个体工商户$/, predicate: { attr: 'entityType', op: 'in', value: ['SELF_EMPLOYED'] } },
  { pattern: /^农民专业合作社$/, predicate: { attr: 'entityType', op: 'in', value: ['COOPERATIVE'] } },
  {
    pattern: /^农业经营主体$/,
    predicate: {
      attr: 'agriEntityType',
      op: 'in',
      value: ['FARMER', 'LARGE_GROWER', 'FAMILY_FARM', 'COOPERATIVE', 'LEADING_ENTERPRISE'],
    },
  },
  { pattern: /^(?:国家)?高新技术企业$/, predicate: { attr: 'isHighTech', op: 'is', value: true } },
  { pattern: /^科技型中小企业$/, predicate: { attr: 'isTechSme', op: 'is', value: true } },
  { pattern: /^创新型中小企业$/, predicate: { attr: 'isInnovativeSme', op: 'is', value: true } },
  {
    pattern: /^(?:国家级)?专精特新["“]?小巨人["”]?企业$/,
    predicate: { attr: 'specialisedLevel', op: 'in', value: ['LITTLE_GIANT'] },
  },
  {
    pattern: /^专精特新(?:中小)?企业$/,
    predicate: { attr: 'specialisedLevel', op: 'in', value: ['MUNICIPAL', 'PROVINCIAL', 'LITTLE_GIANT'] },
  },
  { pattern: /^幼儿园(?:经营者)?$/, predicate: { attr: 'industry', op: 'under', value: ['8310'] } },
];

/** What a description of the borrower ends in, whatever qualifies it: the qualification is left for a person. */
const heads: readonly { readonly pattern: RegExp; readonly predicate: Predicate }[] = [
  { pattern: /小微(?:型)?企业$/, predicate: smallAndMicro },
  { pattern: /(?:中小|中小微)(?:型)?企业$/, predicate: smes },
];

/** A list that goes on: no borrower may be turned away for not being one of those it names. */
const openEnded = /等$|等企业|其他|包括但不限于|^以及|^或/;

const grades = taxConditions.filter(({ name }) => name.startsWith('tax credit grade'));

/**
 * Who a phrase says the loan is for. Conditions it begins with ("成立满2年的 …") qualify everyone named after them. A
 * closed list of known kinds is a choice between them; a single description is read by its head ("… 的小微企业"). A
 * list with an unknown member or an open end asks nothing.
 */
export function readAudience(words: string): ReadCondition[] {
  const leading = leadingConditions(words);
  const place = leading.at(-1)?.end ?? 0;
  const rest = words.slice(place).replace(/(?:客户)?可申请$/, '');
  const offset = place + (/^[、,\s]*的?/.exec(rest)?.[0].length ?? 0);
  return [...leading, ...readNamed(words.slice(offset, place + rest.length), offset)];
}

/** The conditions that stand at the very beginning, one after the other. */
function leadingConditions(words: string): ReadCondition[] {
  const run: ReadCondition[] = [];
  for (const condition of readConditions(words)) {
    if (!/^[、且及\s]*$/.test(words.slice(run.at(-1)?.end ?? 0, condition.start))) break;
    run.push(condition);
  }
  return isListMember(words, run) ? [] : run;
}

/** "纳税等级为B级以上企业、个体工商户": the condition belongs to the first member of a list, not to all of them. */
const isListMember = (words: string, run: readonly ReadCondition[]): boolean => {
  const rest = words.slice(run.at(-1)?.end ?? 0);
  return run.length > 0 && !/^(?:的|$)/.test(rest) && itemsOf(rest).length > 1;
};

function readNamed(words: string, offset: number): ReadCondition[] {
  if (openEnded.test(words.trim())) return [];
  const items = itemsOf(words).map(item => ({ ...item, start: item.start + offset }));
  const [first] = items;
  if (first === undefined) return [];
  if (items.length === 1) return readDescription(first);
  const any = items.map(({ text }) => alternativeOf(text)).filter(alternative => alternative !== null);
  const end = offset + words.trimEnd().length;
  return any.length === items.length ? [{ start: first.start, end, clause: { any } }] : [];
}

type Item = { readonly text: string; readonly start: number };

/** The members of a list joined by 、 及 和 与; the grades of "A、B、M级" stay together. */
function itemsOf(words: string): Item[] {
  const masked = words.replaceAll(/(?<=[ABCDM])、(?=[ABCDM])/g, '/');
  const items: Item[] = [];
  for (const found of masked.matchAll(/[^、及和与]+/g)) {
    const text = found[0].trim();
    if (text !== '') items.push({ text, start: found.index + found[0].indexOf(text) });
  }
  return items;
}

/** One member of a list, read whole; null when any of it is not understood. */
function alternativeOf(text: string): Alternative | null {
  const kind = kindOf(text);
  if (kind !== null) return kind;
  const graded = gradedSize(text);
  return graded === null ? null : { all: graded };
}

/** A single description: a known kind as a whole, else its grade and its head. */
function readDescription({ text, start }: Item): ReadCondition[] {
  const kind = kindOf(text);
  if (kind !== null) return [{ start, end: start + text.length, clause: kind }];
  const conditions: ReadCondition[] = [];
  for (const { pattern, clause } of grades)
    for (const found of text.matchAll(pattern)) {
      const asked = clause(found);
      if (asked !== null)
        conditions.push({ start: start + found.index, end: start + found.index + found[0].length, clause: asked });
    }
  const head = heads
    .map(({ pattern, predicate }) => ({ found: pattern.exec(text), predicate }))
    .find(({ found }) => found !== null);
  if (head?.found) conditions.push({ start: start + head.found.index, end: start + text.length, clause: head.predicate });
  return conditions;
}

const kindOf = (text: string): Predicate | null =>
  [...kinds, ...heads.map(({ pattern, predicate }) => ({ pattern: new RegExp(`^(?:${pattern.source})`), predicate }))].find(
    ({ pattern }) => pattern.test(text),
  )?.predicate ?? null;

/** "纳税等级为A、B、M级小微企业" as its two conditions; null when anything else stands in it. */
function gradedSize(text: string): readonly Predicate[] | null {
  const read = readDescription({ text, start: 0 });
  const isWhole = read.reduce((length, { start, end }) => length + end - start, 0) === text.length;
  const predicates = read.map(({ clause }) => clause).filter((clause: Clause): clause is Predicate => isPredicate(clause));
  return isWhole && predicates.length === read.length && read.length > 0 ? predicates : null;
}
