import type { Text } from './text';

export type RefusalCode = 'INVALID_INPUT' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'CONFLICT';

/** What a program may read of a refusal; never a secret, never another party's data. */
export type RefusalDetails = {
  readonly field?: string;
  readonly value?: unknown;
  readonly rule?: string;
  readonly [key: string]: unknown;
};

/**
 * Something the caller can cause and mend: the only error that reaches a user with its text.
 * Anything else that is thrown is a defect and is answered as INTERNAL.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly text: Text,
    readonly details: RefusalDetails = {},
  ) {
    super(text.en);
    this.name = 'Refusal';
  }
}

/** Bad input: names the field, the value and the rule it broke; `text` says what to do. */
export const invalidInput = (field: string, value: unknown, rule: string, text: Text): Refusal =>
  new Refusal('INVALID_INPUT', text, { field, value, rule });

export const notSignedIn = (): Refusal =>
  new Refusal('NOT_SIGNED_IN', {
    zh: '您尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or your session has expired. Sign in again.',
  });

/** The caller may know of the thing but may not do this to it. */
export const notAllowed = (text: Text, details: RefusalDetails = {}): Refusal => new Refusal('NOT_ALLOWED', text, details);

/** Nothing here by that id for this caller; also said of another party's record, whose existence is information. */
export const notFound = (kind: Text, id: string): Refusal =>
  new Refusal(
    'NOT_FOUND',
    { zh: `没有找到${kind.zh}「${id}」。请核对编号。`, en: `No ${kind.en} "${id}" was found. Check the id.` },
    { value: id },
  );

export const conflict = (text: Text, details: RefusalDetails = {}): Refusal => new Refusal('CONFLICT', text, details);

/** The record was changed by someone else after the caller read version `given`. */
export const staleVersion = (kind: Text, given: number, current: number): Refusal =>
  conflict(
    {
      zh: `${kind.zh}已被他人修改（您的版本 ${given}，当前版本 ${current}）。请刷新后重试。`,
      en: `The ${kind.en} was changed by someone else (your version ${given}, current version ${current}). Reload and try again.`,
    },
    { rule: 'staleVersion', given, current },
  );
