import type { z } from 'zod';
import { inItsUnit, nameOf } from './fieldNames';
import { Refusal } from './refusals';
import type { Text } from './text';

export type InputProblem = { readonly field: string; readonly value?: unknown; readonly rule: string; readonly text: Text };

/** The second argument of zod's `refine`: the rule's stable name and its sentence, in both languages. */
export const says = (rule: string, zh: string, en: string) => ({ params: { rule, text: { zh, en } satisfies Text } });

/**
 * `input` as `shape` describes it. Refuses with INVALID_INPUT: the first problem gives field, value, rule and text,
 * `problems` lists all of them. The values of `secret` fields are never repeated.
 */
export function parseInput<Shape extends z.ZodType>(
  shape: Shape,
  input: unknown,
  secret: readonly string[] = [],
): z.output<Shape> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => problemOf(issue, input, secret));
  const [first] = problems;
  if (!first) throw new Error('input refused without a problem');
  const { text, ...details } = first;
  throw new Refusal('INVALID_INPUT', text, { ...details, problems });
}

function problemOf(issue: z.core.$ZodIssue, input: unknown, secret: readonly string[]): InputProblem {
  const field = issue.path.map(String).join('.');
  const value = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), input);
  const isSecret = issue.path.some(key => secret.includes(String(key)));
  return { field, ...(isSecret ? {} : { value: value ?? null }), ...saying(issue, field, value) };
}

function saying(issue: z.core.$ZodIssue, field: string, value: unknown): Pick<InputProblem, 'rule' | 'text'> {
  if (issue.code === 'custom' && isSaying(issue.params)) return issue.params;
  const isMissing = value === undefined || value === null || value === '';
  const name = nameOf(field);
  if (isMissing) return { rule: `${field}.required`, text: { zh: `请填写「${name.zh}」。`, en: `"${name.en}" is required.` } };
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return bound(issue, field);
    case 'invalid_value': {
      const words = issue.values.map(String);
      return {
        rule: `${field}.choice`,
        text: { zh: `「${name.zh}」应为 ${words.join('、')} 之一。`, en: `"${name.en}" must be one of ${words.join(', ')}.` },
      };
    }
    default:
      return {
        rule: `${field}.${issue.code}`,
        text: { zh: `「${name.zh}」的形式不对（${issue.message}）。`, en: `"${name.en}" has the wrong form (${issue.message}).` },
      };
  }
}

/** A limit in the words and the unit of whoever fills in the field. */
function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, field: string): Pick<InputProblem, 'rule' | 'text'> {
  const [side, zh, en, limit] =
    issue.code === 'too_small'
      ? (['min', '不小于', 'at least', issue.minimum] as const)
      : (['max', '不大于', 'at most', issue.maximum] as const);
  const name = nameOf(field);
  const { origin } = issue;
  if (origin === 'string' || origin === 'array' || origin === 'set') {
    const [of, units] = origin === 'string' ? ['字数', 'characters'] : ['项数', 'entries'];
    return {
      rule: `${field}.${side}`,
      text: { zh: `「${name.zh}」的${of}应${zh} ${limit}。`, en: `"${name.en}" must have ${en} ${limit} ${units}.` },
    };
  }
  const spoken = inItsUnit(field, Number(limit));
  return {
    rule: `${field}.${side}`,
    text: { zh: `「${name.zh}」应${zh} ${spoken.zh}。`, en: `"${name.en}" must be ${en} ${spoken.en}.` },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isSaying = (params: unknown): params is Pick<InputProblem, 'rule' | 'text'> =>
  isRecord(params) && typeof params.rule === 'string' && isRecord(params.text);
