import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isUniqueViolation } from '../database/problems';
import { parseInput, says } from '../shared/input';
import { conflict } from '../shared/refusals';
import { stableText } from '../shared/stableText';

const keyShape = z.object({
  idempotencyKey: z
    .string()
    .trim()
    .refine(
      key => /^[\x21-\x7e]{8,100}$/.test(key),
      says(
        'idempotencyKey.form',
        '幂等键应为 8 至 100 个可见的 ASCII 字符，每次新的提交使用新的键。',
        'An idempotency key has 8 to 100 visible ASCII characters; use a new one for each new intention.',
      ),
    ),
});

/** The text of its own that a caller sends with a request it may have to send again; refuses one of another form. */
export const readKey = (idempotencyKey: string): string => parseInput(keyShape, { idempotencyKey }).idempotencyKey;

/** SHA-256 of what was asked for, its keys in order: the same request has the same digest. */
export const digestOf = (request: unknown): string => createHash('sha256').update(stableText(request)).digest('hex');

/** The record that was made under this key before, if any; refuses a key that was used for something else. */
export function madeBefore<Made extends { readonly requestDigest: string }>(
  known: Made | undefined,
  digest: string,
): Made | null {
  if (known === undefined) return null;
  if (known.requestDigest === digest) return known;
  throw conflict(
    {
      zh: '该幂等键已用于内容不同的提交。请刷新页面后重新提交。',
      en: 'This idempotency key was used for a request that said something else. Reload and submit again.',
    },
    { field: 'idempotencyKey', rule: 'idempotencyKey.otherContent' },
  );
}

/** Runs `work`, once more when its twin under the same key was a moment faster: the second run finds what the twin made. */
export async function onceUnderKey<Made>(work: () => Promise<Made>): Promise<Made> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return work();
  }
}
