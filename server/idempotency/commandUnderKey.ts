import { and, eq, lt } from 'drizzle-orm';
import type { Context } from '../context';
import type { Database, Tx } from '../database/database';
import { isUniqueViolation } from '../database/problems';
import { conflict, type Refusal } from '../shared/refusals';
import { madeBefore } from './key';
import { commandKeys } from './tables';

/** How long an answer is kept for those who ask again. */
export const keptDays = 30;

/** A command as its caller sent it: under which key, and a digest of all that it says. */
export type KeyedCommand = { readonly userId: string; readonly key: string; readonly digest: string };

export type KeptAnswer = { readonly status: number; readonly answer: string };

/**
 * What the command was answered when it was carried out under the same key; null when it was not. Refuses a key that was used for
 * something else, one whose command is being carried out, and one whose answer is not kept.
 */
export async function answerUnderKey({ read }: Database, { userId, key, digest }: KeyedCommand): Promise<KeptAnswer | null> {
  const [found] = await read
    .select()
    .from(commandKeys)
    .where(and(eq(commandKeys.userId, userId), eq(commandKeys.key, key)));
  const known = madeBefore(found, digest);
  if (known === null) return null;
  if (known.answer === null || known.status === null) throw carriedOut();
  return { status: known.status, answer: known.answer };
}

/** A database whose first unit of work also keeps the key: both are there afterwards, or neither. */
export type KeepingDatabase = { readonly db: Database; readonly isKept: () => boolean };

export function keepingKey(context: Pick<Context, 'db' | 'now'>, command: KeyedCommand): KeepingDatabase {
  let isKept = false;
  const { db } = context;
  const write: Database['write'] = async work => {
    if (isKept) return db.write(work);
    const result = await db.write(async tx => {
      await keepKey(tx, context, command);
      return work(tx);
    });
    isKept = true;
    return result;
  };
  return {
    db: { dialect: db.dialect, read: db.read, write, ping: () => db.ping(), close: () => db.close() },
    isKept: () => isKept,
  };
}

async function keepKey(tx: Tx, { now }: Pick<Context, 'now'>, { userId, key, digest }: KeyedCommand): Promise<void> {
  const since = new Date(now.getTime() - keptDays * 86_400_000);
  await tx.delete(commandKeys).where(and(eq(commandKeys.userId, userId), lt(commandKeys.createdAt, since)));
  const row = { userId, key, requestDigest: digest, status: null, answer: null, createdAt: now };
  try {
    await tx.insert(commandKeys).values(row);
  } catch (error) {
    // Its twin under the same key was a moment faster.
    if (isUniqueViolation(error)) throw carriedOut();
    throw error;
  }
}

/** Keeps what the command was answered, for whoever sends it again. */
export const keepAnswer = (db: Database, { userId, key }: KeyedCommand, { status, answer }: KeptAnswer): Promise<void> =>
  db.write(async tx => {
    await tx
      .update(commandKeys)
      .set({ status, answer })
      .where(and(eq(commandKeys.userId, userId), eq(commandKeys.key, key)));
  });

const carriedOut = (): Refusal =>
  conflict(
    {
      zh: '该幂等键下的操作已办理或正在办理，答复暂不可得：请稍候以同一键重发，或直接查询记录。答复含密钥、令牌的操作只答复一次。',
      en: 'The command under this key was carried out, or is being, and its answer cannot be given: send it again in a moment, or read the record. An answer that holds a secret or a token is given once.',
    },
    { field: 'idempotencyKey', rule: 'idempotencyKey.carriedOut' },
  );
