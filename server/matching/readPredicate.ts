import { industryByCode } from '../shared/industries';
import { childRegions, regionByCode, regionPath } from '../shared/regions';
import type { Text } from '../shared/text';
import { type Attribute, findAttribute } from './attributes';
import type { Unit } from './dictionary/attribute';
import { type ListOperator, type Operator, operatorLabels, operatorsOf, type Predicate } from './rule';
import { type Problems, pointerPart, problem, shown } from './ruleProblem';
import { describeNumber } from './wording';

/** More codes than any list a person writes; whoever lists more means a division or a section above them. */
const listMax = 100;
/** A hundred years in months: no firm and no office is older. */
const monthsMax = 1200;

type Reader = { readonly attribute: Attribute; readonly path: string; readonly problems: Problems };

/**
 * Reads one comparison against the dictionary. Adds every problem it finds to `problems` and then answers null.
 * A `unit` may be stated; it is checked and left out of the result.
 */
export function readPredicate(node: Readonly<Record<string, unknown>>, path: string, problems: Problems): Predicate | null {
  const before = problems.length;
  const attribute = typeof node.attr === 'string' ? findAttribute(node.attr) : undefined;
  if (attribute === undefined) {
    problems.push(
      problem(`${path}/attr`, 'unknownAttribute', node.attr, {
        zh: `属性「${shown(node.attr)}」不在属性词典中。请从词典中选择一个属性。`,
        en: `The dictionary has no attribute "${shown(node.attr)}". Choose one of its attributes.`,
      }),
    );
    return null;
  }
  const reader: Reader = { attribute, path, problems };
  const op = readOperator(node.op, reader);
  if (op === null) return null;
  const field = op === 'atLeastAgo' || op === 'atMostAgo' ? 'months' : 'value';
  checkKeys(node, field, reader);
  checkUnit(node.unit, reader);
  const predicate = readOperand(op, node[field], reader);
  return problems.length === before ? predicate : null;
}

function readOperator(op: unknown, { attribute, path, problems }: Reader): Operator | null {
  const allowed = operatorsOf(attribute.kind);
  const known = allowed.find(operator => operator === op);
  if (known !== undefined) return known;
  const choices = allowed.join(', ');
  const exists = typeof op === 'string' && Object.hasOwn(operatorLabels, op);
  problems.push(
    problem(`${path}/op`, exists ? 'operatorNotOfKind' : 'unknownOperator', op, {
      zh: `「${attribute.label.zh}」不能用运算符「${shown(op)}」比较，可用：${choices}。`,
      en: `"${attribute.label.en}" cannot be compared by "${shown(op)}". Use one of: ${choices}.`,
    }),
  );
  return null;
}

function checkKeys(
  node: Readonly<Record<string, unknown>>,
  field: 'value' | 'months',
  { attribute, path, problems }: Reader,
): void {
  for (const key of Object.keys(node)) {
    if (['attr', 'op', 'unit', field].includes(key)) continue;
    problems.push(
      problem(`${path}/${pointerPart(key)}`, 'unknownKey', node[key], {
        zh: `「${attribute.label.zh}」的条件中有多余的字段「${key}」。只能写 attr、op、${field} 和 unit。`,
        en: `The condition on "${attribute.label.en}" has an unknown key "${key}". Write only attr, op, ${field} and unit.`,
      }),
    );
  }
}

function checkUnit(unit: unknown, { attribute, path, problems }: Reader): void {
  if (unit === undefined || unit === unitOf(attribute)) return;
  const expected = unitOf(attribute);
  problems.push(
    problem(
      `${path}/unit`,
      'wrongUnit',
      unit,
      expected === null
        ? {
            zh: `「${attribute.label.zh}」没有单位，不能写单位「${shown(unit)}」。请去掉 unit。`,
            en: `"${attribute.label.en}" has no unit, so "${shown(unit)}" cannot be stated. Leave unit out.`,
          }
        : {
            zh: `「${attribute.label.zh}」的单位是 ${expected}，不是「${shown(unit)}」。请换算为 ${expected}。`,
            en: `"${attribute.label.en}" is measured in ${expected}, not in "${shown(unit)}". Convert the value to ${expected}.`,
          },
    ),
  );
}

/** Dates are compared by whole months before today, so their unit is the month. */
const unitOf = (attribute: Attribute): Unit | null =>
  attribute.kind === 'number' ? attribute.unit : attribute.kind === 'date' ? 'month' : null;

function readOperand(op: Operator, operand: unknown, reader: Reader): Predicate | null {
  const attr = reader.attribute.key;
  switch (op) {
    case '>=':
    case '<=': {
      const value = readNumber(operand, `${reader.path}/value`, reader);
      return value === null ? null : { attr, op, value };
    }
    case 'between': {
      const value = readRange(operand, reader);
      return value === null ? null : { attr, op, value };
    }
    case 'is': {
      if (typeof operand === 'boolean') return { attr, op, value: operand };
      refuseKind(operand, 'value', { zh: 'true 或 false', en: 'true or false' }, reader);
      return null;
    }
    case 'atLeastAgo':
    case 'atMostAgo': {
      const months = readMonths(operand, reader);
      return months === null ? null : { attr, op, months };
    }
    default: {
      const value = readCodes(operand, reader);
      if (value === null) return null;
      refuseExhaustion(op, value, reader);
      return { attr, op, value };
    }
  }
}

function readRange(operand: unknown, reader: Reader): readonly [number, number] | null {
  if (!Array.isArray(operand) || operand.length !== 2) {
    refuseKind(operand, 'value', { zh: '[下限, 上限] 两个整数', en: 'two whole numbers, [low, high]' }, reader);
    return null;
  }
  const low = readNumber(operand[0], `${reader.path}/value/0`, reader);
  const high = readNumber(operand[1], `${reader.path}/value/1`, reader);
  if (low === null || high === null) return null;
  if (low <= high) return [low, high];
  const { attribute, path, problems } = reader;
  const [from, to] = [describeNumber(attribute, low), describeNumber(attribute, high)];
  problems.push(
    problem(`${path}/value`, 'invertedRange', operand, {
      zh: `「${attribute.label.zh}」的范围颠倒：下限${from.zh}大于上限${to.zh}。请先写较小的数。`,
      en: `The range of "${attribute.label.en}" is inverted: ${from.en} is above ${to.en}. Write the smaller number first.`,
    }),
  );
  return null;
}

function readNumber(operand: unknown, path: string, { attribute, problems }: Reader): number | null {
  if (attribute.kind !== 'number') return null;
  const { label, unit, min, max } = attribute;
  if (!Number.isSafeInteger(operand)) {
    problems.push(
      problem(path, 'notInteger', operand, {
        zh: `「${label.zh}」的值「${shown(operand)}」不是整数。请以 ${unit} 为单位写一个整数。`,
        en: `The value "${shown(operand)}" of "${label.en}" is not a whole number. Write a whole number of ${unit}.`,
      }),
    );
    return null;
  }
  const value = Number(operand);
  if (value >= min && value <= max) return value;
  const [low, high] = [describeNumber(attribute, min), describeNumber(attribute, max)];
  problems.push(
    problem(path, 'outOfRange', operand, {
      zh: `「${label.zh}」的值 ${value} 超出范围。应在 ${min}（${low.zh}）至 ${max}（${high.zh}）之间。`,
      en: `The value ${value} of "${label.en}" is out of range. Write ${min} (${low.en}) to ${max} (${high.en}).`,
    }),
  );
  return null;
}

function readMonths(operand: unknown, { attribute, path, problems }: Reader): number | null {
  if (Number.isSafeInteger(operand) && Number(operand) >= 0 && Number(operand) <= monthsMax) return Number(operand);
  const { label } = attribute;
  problems.push(
    problem(`${path}/months`, Number.isSafeInteger(operand) ? 'outOfRange' : 'notInteger', operand, {
      zh: `「${label.zh}」的月数「${shown(operand)}」无效。请写 0 至 ${monthsMax} 的整数月。`,
      en: `The months "${shown(operand)}" of "${label.en}" are not valid. Write whole months from 0 to ${monthsMax}.`,
    }),
  );
  return null;
}

function readCodes(operand: unknown, reader: Reader): readonly string[] | null {
  const { attribute, path, problems } = reader;
  const { label } = attribute;
  if (!Array.isArray(operand)) {
    refuseKind(operand, 'value', { zh: '代码的列表', en: 'a list of codes' }, reader);
    return null;
  }
  if (operand.length === 0 || operand.length > listMax) {
    problems.push(
      problem(`${path}/value`, operand.length === 0 ? 'emptyList' : 'listTooLong', operand.length, {
        zh: `「${label.zh}」的列表有 ${operand.length} 项。请列出 1 至 ${listMax} 项。`,
        en: `The list of "${label.en}" has ${operand.length} entries. List 1 to ${listMax}.`,
      }),
    );
    return null;
  }
  const unknownCodes = operand.flatMap((code: unknown, index) => (isCodeOf(attribute, code) ? [] : [{ code, index }]));
  for (const { code, index } of unknownCodes)
    problems.push(
      problem(`${path}/value/${index}`, 'unknownValue', code, {
        zh: `「${label.zh}」没有取值「${shown(code)}」。${choices(attribute).zh}`,
        en: `"${label.en}" has no value "${shown(code)}". ${choices(attribute).en}`,
      }),
    );
  return unknownCodes.length === 0 ? operand.filter(code => typeof code === 'string') : null;
}

/** "None of" every value there is: a condition that nobody can meet. */
function refuseExhaustion(op: ListOperator, codes: readonly string[], { attribute, path, problems }: Reader): void {
  if (op !== 'notIn' || attribute.kind !== 'enum') return;
  if (Object.keys(attribute.values).some(code => !codes.includes(code))) return;
  problems.push(
    problem(`${path}/value`, 'contradiction', codes, {
      zh: `「${attribute.label.zh}」排除了全部取值，没有企业能满足。请至少保留一个取值。`,
      en: `Every value of "${attribute.label.en}" is excluded, so no firm can qualify. Leave at least one out of the list.`,
    }),
  );
}

function isCodeOf(attribute: Attribute, code: unknown): boolean {
  if (typeof code !== 'string') return false;
  if (attribute.kind === 'enum' || attribute.kind === 'set') return Object.hasOwn(attribute.values, code);
  if (attribute.kind !== 'tree') return false;
  return attribute.tree === 'adcode' ? isRegionCode(code) : industryByCode(code) !== undefined;
}

/**
 * A division of the tree, or a six-digit code below a city whose counties the tree does not carry: products name
 * districts all over the country.
 */
function isRegionCode(code: string): boolean {
  if (regionByCode(code) !== undefined) return true;
  const lowest = regionPath(code).at(-1);
  return /^\d{6}$/.test(code) && !code.endsWith('00') && lowest !== undefined && childRegions(lowest.code).length === 0;
}

function choices(attribute: Attribute): Text {
  if (attribute.kind === 'enum' || attribute.kind === 'set') {
    const codes = Object.keys(attribute.values).join(', ');
    return { zh: `可用：${codes}。`, en: `Use one of: ${codes}.` };
  }
  return attribute.kind === 'tree' && attribute.tree === 'gbt4754'
    ? {
        zh: '请写 GB/T 4754-2017 的代码，如 C、35、351、3511。',
        en: 'Write a code of GB/T 4754-2017 such as C, 35, 351 or 3511.',
      }
    : { zh: '请写行政区划代码，如 510000、510600、510603。', en: 'Write a division code such as 510000, 510600 or 510603.' };
}

function refuseKind(operand: unknown, field: string, expected: Text, { attribute, path, problems }: Reader): void {
  problems.push(
    problem(`${path}/${field}`, 'valueNotOfKind', operand, {
      zh: `「${attribute.label.zh}」的值「${shown(operand)}」类型不符。请写${expected.zh}。`,
      en: `The value "${shown(operand)}" of "${attribute.label.en}" is of the wrong type. Write ${expected.en}.`,
    }),
  );
}
