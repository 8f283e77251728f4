import { fenPerWan, fenPerYi } from '../../shared/money';

/**
 * `text` with full-width signs as ASCII, sign for sign, so that a place found in it is the same place in the original:
 * quotes are cut from what was published.
 */
export const halfWidth = (text: string): string =>
  [...text]
    .map(sign => {
      const code = sign.codePointAt(0) ?? 0;
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
      return sign === '　' || sign === '\n' || sign === '\t' ? ' ' : sign;
    })
    .join('');

/** A number as published: digits, or one Chinese numeral up to ten. */
export const numeral = '(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十])';

const chinese = '一二三四五六七八九十';

/** The value of a `numeral`. */
export function numberOf(words: string | undefined): number {
  const value = words === '两' ? 2 : chinese.includes(words ?? ' ') ? chinese.indexOf(words ?? '') + 1 : Number(words);
  if (!Number.isFinite(value)) throw new RangeError(`not a numeral: ${words}`);
  return value;
}

/** An amount of `numeral` 万 or 亿 in fen. */
export const fenOf = (words: string | undefined, unit: string | undefined): number =>
  Math.round(numberOf(words) * (unit === '亿' ? fenPerYi : fenPerWan));

/** A period of `numeral` 年 or 个月 in months. */
export const monthsOf = (words: string | undefined, unit: string | undefined): number =>
  Math.round(numberOf(words) * (unit === '年' ? 12 : 1));

/** Words that take the firmness out of a statement: what follows is a habit or differs, so nothing may be decided by it. */
const hedges = /原则上|一般|优先|不同银行|视情况|大部分|左右|可放宽|等情况/;
const cut = /摘录在此截断/;

export type Phrase = {
  /** Where it stands in the text of its column. */
  readonly start: number;
  /** With full-width signs as ASCII. */
  readonly words: string;
  readonly isHedged: boolean;
  readonly isCut: boolean;
  /** It stands in a paragraph for one kind of borrower only ("个人:", "法人:"). */
  readonly isForSome: boolean;
};

/** The phrases of a text in order: what stands between commas, full stops, semicolons and the numbers of a list. */
export function phrasesOf(text: string): Phrase[] {
  const half = halfWidth(text);
  return spansBetween(half, /\d{1,2}[、.](?!\d)/g).flatMap(section => {
    const isForSome = /^\s*(?:个人|法人|自然人)\s*:/.test(half.slice(section.start, section.end));
    return spansBetween(half.slice(section.start, section.end), /[;。!,，]|\s(?=[一-龥]{2,6}:)/g)
      .map(span => ({
        start: section.start + span.start,
        words: half.slice(section.start + span.start, section.start + span.end),
      }))
      .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
      .map(({ start, words }) => ({ start, words, isHedged: hedges.test(words), isCut: cut.test(words), isForSome }));
  });
}

/** The stretches of `text` between the separators, none of them inside brackets. */
function spansBetween(text: string, separator: RegExp): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const found of text.matchAll(separator)) {
    if (depthAt(text, found.index) > 0) continue;
    spans.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  return [...spans, { start, end: text.length }];
}

const depthAt = (text: string, place: number): number =>
  [...text.slice(0, place)].reduce((depth, sign) => Math.max(0, depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0)), 0);
