import type { Clause } from '../../matching/rule';
import type { Text } from '../../shared/text';
import type { Terms } from '../terms';
import { readAudience } from './audience';
import { readConditions } from './conditions/readConditions';
import { readCategory, readRepayment, readSecurity } from './kinds';
import { ceilingIn, readAmount, readRate, readTerm, type StatedFigure } from './money';
import type { PublishedColumn, PublishedProduct } from './publishedProduct';
import type { Reading, ReadingReport } from './report';
import { phrasesOf } from './wording';

export type ReadProduct = { readonly terms: Terms; readonly report: ReadingReport };

/**
 * A published product as terms, an eligibility rule and a report. Figures that are stated become terms; prose that
 * states a testable condition unambiguously becomes a clause of the rule; everything else stays text for a person. What
 * is hedged, cut off, meant for some borrowers only, or said twice differently is not decided here: the report says so.
 */
export function readPublishedProduct(row: PublishedProduct): ReadProduct {
  const rule = readRule(row);
  const figures = readFigures(row);
  const kinds = readKinds(row);
  const category = readCategory(row.product_name, row.category);
  const terms: Terms = {
    name: row.product_name,
    category: category?.code ?? 'general',
    labels: kinds.isUnsecured ? ['unsecured'] : [],
    ...figures.terms,
    fees: [],
    repaymentMethods: kinds.repaymentMethods,
    isUnsecured: kinds.isUnsecured,
    securities: kinds.securities,
    purposes: [],
    regionCodes: [],
    industryCodes: [],
    industryCodesExcluded: [],
    documents: [],
    promisedDays: { accept: null, contact: null, decide: null, disburse: null },
    rule: { all: rule.clauses },
    conditionsText: rule.conditionsLeft,
    audienceText: row.audience || null,
    introduction: [row.intro_text, row.channel_text].filter(text => text !== '').join('\n') || null,
    contact: { name: null, phone: null, address: null },
    sourceNote: [row.source_id, row.region, row.bank, row.source_date].filter(text => text !== '').join(' · ') || null,
  };
  const family: Reading[] =
    category === null
      ? asText('category', row.category, null)
      : [{ outcome: 'term', column: category.column, quote: row[category.column], became: ['category'], note: null }];
  return { terms, report: [...family, ...rule.readings, ...figures.readings, ...kinds.readings] };
}

type RuleRead = {
  readonly clauses: Clause[];
  readonly readings: Reading[];
  /** The conditions that a person has to judge. */
  readonly conditionsLeft: string | null;
};

function readRule(row: PublishedProduct): RuleRead {
  const clauses: Clause[] = [];
  const readings: Reading[] = [];
  const spans: Span[] = [];
  for (const column of ['audience', 'conditions'] as const)
    for (const phrase of phrasesOf(row[column])) {
      const undecided = phrase.isCut ? cutOff : phrase.isHedged ? hedged : phrase.isForSome ? forSome : null;
      const isAudience = column === 'audience' || isApplicant.test(phrase.words);
      const read = undecided !== null ? [] : isAudience ? readAudience(phrase.words) : readConditions(phrase.words);
      const quoteOf = (start: number, end: number) => row[column].slice(phrase.start + start, phrase.start + end).trim();
      const ofPhrase: Reading[] = [];
      let place = 0;
      for (const { start, end, clause } of read) {
        ofPhrase.push(...asText(column, quoteOf(place, start), null));
        ofPhrase.push({ outcome: 'rule', column, quote: quoteOf(start, end), became: [pointerOf(clauses, clause)], note: null });
        place = end;
      }
      ofPhrase.push(...asText(column, quoteOf(place, phrase.words.length), undecided));
      readings.push(...ofPhrase);
      const isTested = read.length > 0 && ofPhrase.every(({ outcome }) => outcome === 'rule');
      if (column === 'conditions') spans.push({ start: phrase.start, end: phrase.start + phrase.words.length, isTested });
    }
  return { clauses, readings, conditionsLeft: conditionsLeft(row.conditions, spans) };
}

/** A phrase, and whether the rule tests all that it says. */
type Span = { readonly start: number; readonly end: number; readonly isTested: boolean };

/** The sentences that the rule does not test in full; the text as it was published where there is no other. */
function conditionsLeft(text: string, spans: readonly Span[]): string | null {
  const sentences: Span[] = [];
  for (const span of spans) {
    const last = sentences.at(-1);
    if (last && /^\s*[,，]\s*$/.test(text.slice(last.end, span.start)))
      sentences.splice(-1, 1, { ...span, start: last.start, isTested: last.isTested && span.isTested });
    else sentences.push(span);
  }
  const left = sentences.filter(({ isTested }) => !isTested);
  if (left.length === sentences.length) return text || null;
  return left.map(({ start, end }) => text.slice(start, end).trim()).join('；') || null;
}

/** "… 可申请" says who may apply, in whatever column it stands. */
const isApplicant = /可申请$/;

/** The JSON pointer of `clause`, added to `clauses` unless the same is asked already. */
function pointerOf(clauses: Clause[], clause: Clause): string {
  const text = JSON.stringify(clause);
  const known = clauses.findIndex(other => JSON.stringify(other) === text);
  return `/all/${known === -1 ? clauses.push(clause) - 1 : known}`;
}

const asText = (column: PublishedColumn, quote: string, note: Text | null): Reading[] =>
  /[\p{L}\p{N}]{2,}/u.test(quote) ? [{ outcome: 'text', column, quote, became: [], note }] : [];

type Figures = Pick<Terms, 'amountFenMin' | 'amountFenMax' | 'termMonthsMin' | 'termMonthsMax' | 'pricing'>;

function readFigures(row: PublishedProduct): { terms: Figures; readings: Reading[] } {
  const amount = readAmount(row.amount_text, row.amount_max_wan);
  const term = readTerm(row.term_text, row.term_max_months);
  const rate = readRate(row.rate_text, row.rate_min_pct, row.rate_max_pct);
  const rival = rivalCeiling(row, amount);
  const isAmountSettled = amount !== null && 'value' in amount && rival === null;
  return {
    terms: {
      amountFenMin: isAmountSettled ? amount.value.amountFenMin : null,
      amountFenMax: isAmountSettled ? amount.value.amountFenMax : null,
      termMonthsMin: figureOf(term)?.termMonthsMin ?? null,
      termMonthsMax: figureOf(term)?.termMonthsMax ?? null,
      pricing: figureOf(rate),
    },
    readings: [
      ...(rival === null ? figureReading('amount_text', row, amount, ['amountFenMin', 'amountFenMax']) : rival),
      ...figureReading('term_text', row, term, ['termMonthsMin', 'termMonthsMax']),
      ...figureReading('rate_text', row, rate, ['pricing']),
    ],
  };
}

const figureOf = <Value>(figure: StatedFigure<Value>): Value | null =>
  figure !== null && 'value' in figure ? figure.value : null;

/** Another ceiling stated elsewhere in the same product: neither is taken. Null when there is none. */
function rivalCeiling(row: PublishedProduct, amount: ReturnType<typeof readAmount>): Reading[] | null {
  if (amount === null || !('value' in amount)) return null;
  for (const column of ['conditions', 'intro_text'] as const) {
    const other = ceilingIn(row[column]);
    if (other === null || other.amountFen === amount.value.amountFenMax) continue;
    return [
      { outcome: 'conflict', column: 'amount_text', quote: row.amount_text, became: [], note: contradicted },
      { outcome: 'conflict', column, quote: other.quote, became: [], note: contradicted },
    ];
  }
  return null;
}

function figureReading<Value extends object>(
  column: PublishedColumn,
  row: PublishedProduct,
  figure: StatedFigure<Value>,
  became: readonly (keyof Terms)[],
): Reading[] {
  const quote = row[column];
  if (figure === null) return asText(column, quote, null);
  if ('conflict' in figure) return [{ outcome: 'conflict', column, quote, became: [], note: notTheFigure(figure.conflict) }];
  const stated = became.filter(name => !(name in figure.value) || figure.value[name as keyof Value] !== null);
  return [{ outcome: 'term', column, quote, became: stated, note: null }];
}

type Kinds = Pick<Terms, 'isUnsecured' | 'securities' | 'repaymentMethods'>;

function readKinds(row: PublishedProduct): Kinds & { readings: Reading[] } {
  const security = readSecurity(row.guarantee_text);
  const repayment = readRepayment(row.repayment_text);
  const nameOf = (code: string): keyof Terms => (code === 'UNSECURED' ? 'isUnsecured' : 'securities');
  return {
    isUnsecured: security.isUnsecured,
    securities: security.securities,
    repaymentMethods: [...new Set(repayment.map(({ code }) => code))],
    readings: [
      ...placesRead('guarantee_text', row, security.places, nameOf),
      ...placesRead('repayment_text', row, repayment, () => 'repaymentMethods'),
    ],
  };
}

function placesRead(
  column: PublishedColumn,
  row: PublishedProduct,
  places: readonly { start: number; end: number; code: string }[],
  nameOf: (code: string) => keyof Terms,
): Reading[] {
  const readings: Reading[] = [];
  let place = 0;
  for (const { start, end, code } of [...places].sort((a, b) => a.start - b.start)) {
    readings.push(...asText(column, row[column].slice(place, start).trim(), null));
    readings.push({ outcome: 'term', column, quote: row[column].slice(start, end), became: [nameOf(code)], note: null });
    place = end;
  }
  return [...readings, ...asText(column, row[column].slice(place).trim(), null)];
}

const hedged: Text = { zh: '表述有保留，需人工判断', en: 'Hedged: for a person to judge' };
const cutOff: Text = { zh: '原文在此截断', en: 'The source is cut here' };
const forSome: Text = { zh: '只适用于部分借款人', en: 'Meant for some borrowers only' };
const contradicted: Text = {
  zh: '同一产品公布了两个不同的最高额度，未采用任何一个',
  en: 'Two different ceilings are published: neither is taken',
};
const notTheFigure = (figure: string): Text => ({
  zh: `文字与旁列数字（${figure}）不一致，未采用`,
  en: `The text and the figure beside it (${figure}) differ: not taken`,
});
