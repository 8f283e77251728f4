import { type CalendarDate, calendarDate, monthsBetween } from '../shared/dates';
import { industryName } from '../shared/industries';
import { sumText } from '../shared/money';
import { regionByCode, regionPath } from '../shared/regions';
import { remembered } from '../shared/remembered';
import type { Text } from '../shared/text';
import { type Attribute, attributeOf } from './attributes';
import type { FactValue } from './facts';
import { type Clause, isPredicate, type Predicate, predicatesOf, type Rule } from './rule';

/** A rule in words, one sentence a clause, each with the JSON pointer of its clause. */
export const describeRule = (rule: Rule): { readonly path: string; readonly text: Text }[] =>
  rule.all.map((clause, index) => ({ path: `/all/${index}`, text: describeClause(clause) }));

export const describeClause = remembered((clause: Clause): Text => {
  if (isPredicate(clause)) return describePredicate(clause);
  return joined(
    clause.any.map(alternative => joined(predicatesOf(alternative).map(describePredicate), { zh: '且', en: ' and ' })),
    { zh: '；或者', en: '; or ' },
  );
});

/** The comparison as a sentence that says exactly what is compared: "at least" is >=, ranges include both ends. */
export const describePredicate = remembered(sentenceOf);

function sentenceOf(predicate: Predicate): Text {
  const attribute = attributeOf(predicate.attr);
  const { label } = attribute;
  switch (predicate.op) {
    case '>=': {
      const bound = describeNumber(attribute, predicate.value);
      return {
        zh: `${label.zh}${isMeasured(attribute) ? '不低于' : '不少于'}${bound.zh}`,
        en: `${label.en}: at least ${bound.en}`,
      };
    }
    case '<=': {
      const bound = describeNumber(attribute, predicate.value);
      return { zh: `${label.zh}不超过${bound.zh}`, en: `${label.en}: at most ${bound.en}` };
    }
    case 'between': {
      const [low, high] = predicate.value.map(bound => describeNumber(attribute, bound));
      return {
        zh: `${label.zh}在${low?.zh}至${high?.zh}之间（含）`,
        en: `${label.en}: from ${low?.en} to ${high?.en}, both included`,
      };
    }
    case 'is':
      return describeValue(attribute, predicate.value);
    case 'in': {
      const codes = describeCodes(attribute, predicate.value, 'or');
      return { zh: `${label.zh}为${codes.zh}`, en: `${label.en}: ${codes.en}` };
    }
    case 'notIn': {
      const codes = describeCodes(attribute, predicate.value, 'or');
      return { zh: `${label.zh}不为${codes.zh}`, en: `${label.en}: other than ${codes.en}` };
    }
    case 'under': {
      const codes = describeCodes(attribute, predicate.value, 'or');
      return { zh: `${label.zh}${within(attribute)}${codes.zh}`, en: `${label.en}: in ${codes.en}` };
    }
    case 'notUnder': {
      const codes = describeCodes(attribute, predicate.value, 'or');
      return { zh: `${label.zh}不${within(attribute)}${codes.zh}`, en: `${label.en}: not in ${codes.en}` };
    }
    case 'hasAny': {
      const codes = describeCodes(attribute, predicate.value, 'or');
      return { zh: `${label.zh}包括${codes.zh}`, en: `${label.en}: ${codes.en}` };
    }
    case 'hasAll': {
      const codes = describeCodes(attribute, predicate.value, 'and');
      return { zh: `${label.zh}包括${codes.zh}`, en: `${label.en}: ${codes.en}` };
    }
    case 'atLeastAgo':
      return {
        zh: `${label.zh}已满${predicate.months}个月`,
        en: `${label.en}: at least ${plural(predicate.months, 'month')} ago`,
      };
    case 'atMostAgo':
      return {
        zh: `${label.zh}不超过${predicate.months}个月`,
        en: `${label.en}: at most ${plural(predicate.months, 'month')} ago`,
      };
  }
}

/** A measured value in words: the number with its unit, the label of a code, what a flag means. */
export function describeValue(attribute: Attribute, value: FactValue): Text {
  if (typeof value === 'number') return describeNumber(attribute, value);
  if (typeof value === 'boolean') return describeFlag(attribute, value);
  if (typeof value === 'string') return describeCode(attribute, value);
  return value.length === 0 ? { zh: '无', en: 'none' } : describeCodes(attribute, value, 'and');
}

/** A measured value as it is shown beside what is required: a date with the completed months since, unless it is to come. */
export function describeMeasured(attribute: Attribute, value: FactValue, today: CalendarDate): Text {
  if (attribute.kind !== 'date' || typeof value !== 'string' || value > today) return describeValue(attribute, value);
  const months = monthsBetween(calendarDate(value), today);
  return { zh: `${value}（已满${months}个月）`, en: `${value} (${plural(months, 'month')} ago)` };
}

/** An integer of the attribute's unit, exactly: amounts in 亿元 or 万元 where these come out even to two decimals. */
export function describeNumber(attribute: Attribute, value: number): Text {
  if (attribute.kind !== 'number') return { zh: String(value), en: String(value) };
  const counted = grouped(value);
  switch (attribute.unit) {
    case 'fen':
      return describeFen(value);
    case 'bp':
      return { zh: `${hundredths(value)}%`, en: `${hundredths(value)}%` };
    case 'month':
      return { zh: `${counted}个月`, en: plural(value, 'month') };
    case 'year':
      return { zh: `${counted}${attribute.counter ?? '年'}`, en: plural(value, 'year') };
    case 'person':
      return { zh: `${counted}人`, en: value === 1 ? '1 person' : `${counted} people` };
    case 'kWh':
      return { zh: `${counted}千瓦时`, en: `${counted} kWh` };
    case 'm3':
      return { zh: `${counted}立方米`, en: `${counted} m³` };
    case 'mu':
      return { zh: `${counted}亩`, en: `${counted} mu` };
    case 'count':
      return { zh: `${counted}${attribute.counter ?? ''}`, en: counted };
  }
}

/** As every sentence says an amount, without the space between Chinese words. */
function describeFen(fen: number): Text {
  const { zh, en } = sumText(fen);
  return { zh: zh.replace(' ', ''), en };
}

const describeFlag = (attribute: Attribute, value: boolean): Text => {
  if (attribute.kind !== 'boolean') return { zh: String(value), en: String(value) };
  return value ? attribute.whenTrue : attribute.whenFalse;
};

function describeCode(attribute: Attribute, code: string): Text {
  if (attribute.kind === 'enum' || attribute.kind === 'set') return attribute.values[code] ?? { zh: code, en: code };
  if (attribute.kind !== 'tree') return { zh: code, en: code };
  return attribute.tree === 'adcode' ? describeRegion(code) : describeIndustry(code);
}

/** The industry by name and code: names alone repeat from level to level. */
export function describeIndustry(code: string): Text {
  const name = industryName(code);
  return { zh: `${name.zh}（${code}）`, en: `${name.en} (${code})` };
}

/** The division with those above it, as an address begins; a county whose name is not carried is shown by its code. */
export function describeRegion(code: string): Text {
  const path = regionPath(code).map(region => region.name);
  const names = regionByCode(code) === undefined ? [...path, { zh: code, en: code }] : path;
  return {
    zh: names.map(name => name.zh).join(''),
    en: names
      .map(name => name.en)
      .reverse()
      .join(', '),
  };
}

const describeCodes = (attribute: Attribute, codes: readonly string[], last: 'and' | 'or'): Text => {
  const names = codes.map(code => describeCode(attribute, code));
  return {
    zh: series(
      names.map(name => name.zh),
      '、',
      last === 'and' ? '和' : '或',
    ),
    en: series(
      names.map(name => name.en),
      ', ',
      ` ${last} `,
    ),
  };
};

const series = (names: readonly string[], comma: string, last: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${last}${names.at(-1)}`;

const joined = (texts: readonly Text[], word: Text): Text => ({
  zh: texts.map(text => text.zh).join(word.zh),
  en: texts.map((text, index) => (index === 0 ? text.en : midSentence(text.en))).join(word.en),
});

/** A sentence that continues another: its capital is dropped, unless it begins an abbreviation such as R&D. */
const midSentence = (en: string): string => (/^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en);

const isMeasured = (attribute: Attribute): boolean =>
  attribute.kind === 'number' && (attribute.unit === 'fen' || attribute.unit === 'bp');
const within = (attribute: Attribute): string => (attribute.kind === 'tree' && attribute.tree === 'adcode' ? '在' : '属于');
const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number of hundredths as a decimal without trailing zeros: 350 is 3.5. */
function hundredths(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped(Number(digits.slice(0, -2)))}${fraction === '' ? '' : `.${fraction}`}`;
}
