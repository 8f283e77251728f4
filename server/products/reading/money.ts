import { fenPerWan } from '../../shared/money';
import { bpsPerPercent } from '../../shared/rate';
import type { Pricing } from '../terms';
import { fenOf, halfWidth, monthsOf, numeral, phrasesOf } from './wording';

/**
 * What a column states, or why it cannot be used: the figure beside the text was read off it by somebody else, so the
 * two must agree. `null`: nothing firm is stated.
 */
export type StatedFigure<Value> = { readonly value: Value } | { readonly conflict: string } | null;

const firmPhrases = (text: string): string[] =>
  phrasesOf(text)
    .filter(({ isHedged, isCut }) => !isHedged && !isCut)
    .map(({ words }) => words);

export type AmountRange = { readonly amountFenMin: number | null; readonly amountFenMax: number };

/** The amounts a text states in 万 or 亿: the highest, and the lowest of a range "2-50万". */
export function readAmount(text: string, highestWan: string): StatedFigure<AmountRange> {
  const amounts = firmPhrases(text).flatMap(words =>
    [...words.matchAll(new RegExp(`(?:${numeral}\\s*(万|亿)?元?\\s*[-~至到]\\s*)?${numeral}\\s*(万|亿)`, 'g'))].map(found => ({
      min: found[1] === undefined ? null : fenOf(found[1], found[2] ?? found[4]),
      max: fenOf(found[3], found[4]),
    })),
  );
  if (amounts.length === 0) return null;
  const amountFenMax = Math.max(...amounts.map(({ max }) => max));
  if (highestWan !== '' && Math.round(Number(highestWan) * fenPerWan) !== amountFenMax) return { conflict: highestWan };
  return { value: { amountFenMin: amounts.length === 1 ? (amounts[0]?.min ?? null) : null, amountFenMax } };
}

/** The highest amount that a text says a firm can get ("额度上限为人民币500万元"), in fen; null when it says none. */
export function ceilingIn(text: string): { readonly quote: string; readonly amountFen: number } | null {
  const found = new RegExp(`(?:额度上限|最高额度|额度最高)[^\\d;。]{0,8}${numeral}(万|亿)元?`).exec(halfWidth(text));
  if (!found) return null;
  return { quote: text.slice(found.index, found.index + found[0].length), amountFen: fenOf(found[1], found[2]) };
}

export type TermRange = { readonly termMonthsMin: number | null; readonly termMonthsMax: number };

/** The terms a text states in years or months. Where it tells the life of a credit line from that of one loan, the loan's. */
export function readTerm(text: string, longestMonths: string): StatedFigure<TermRange> {
  const phrases = firmPhrases(text);
  const inMonths = (words: string) =>
    [...words.matchAll(new RegExp(`(?:${numeral}(年|个月)?\\s*[-~至到]\\s*)?${numeral}\\s*(年|个月)`, 'g'))].map(found => ({
      min: found[1] === undefined ? null : monthsOf(found[1], found[2] ?? found[4]),
      max: monthsOf(found[3], found[4]),
    }));
  const ofOneLoan = phrases.filter(words => words.includes('单笔')).flatMap(inMonths);
  const terms = ofOneLoan.length > 0 ? ofOneLoan : phrases.flatMap(inMonths);
  if (terms.length === 0) return null;
  const termMonthsMax = Math.max(...terms.map(({ max }) => max));
  if (longestMonths !== '' && Number(longestMonths) !== termMonthsMax) return { conflict: longestMonths };
  return { value: { termMonthsMin: terms.length === 1 ? (terms[0]?.min ?? null) : null, termMonthsMax } };
}

/** The annual rate a text states in percent; multiples of a benchmark are no rate. The figures say which is which end. */
export function readRate(text: string, lowestPercent: string, highestPercent: string): StatedFigure<Pricing> {
  const stated = firmPhrases(text)
    .filter(words => !/基准|倍|上浮|下浮/.test(words))
    .flatMap(words => [...words.matchAll(/(\d+(?:\.\d+)?)(?=\s*%|\s*-\s*\d+(?:\.\d+)?\s*%)/g)].map(found => inBps(found[1])));
  const rateBpsMin = lowestPercent === '' ? null : inBps(lowestPercent);
  const rateBpsMax = highestPercent === '' ? null : inBps(highestPercent);
  if (rateBpsMin === null && rateBpsMax === null) return null;
  for (const [figure, bps] of [
    [lowestPercent, rateBpsMin],
    [highestPercent, rateBpsMax],
  ] as const)
    if (bps !== null && !stated.includes(bps)) return { conflict: figure };
  return { value: { kind: 'fixed', rateBpsMin, rateBpsMax } };
}

const inBps = (percent: string | undefined): number => Math.round(Number(percent) * bpsPerPercent);
