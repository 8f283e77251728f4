import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { prepared } from '../database/prepared';
import { type Change, type ChangeKind, changes } from './tables';

/** The number of the last change; 0 before the first. */
export const headSeq = async (read: Reader): Promise<number> => firstSeq(await head(read, {}));

/** The number of the last change of one firm; 0 where there was none. */
export const lastChangeOf = async (read: Reader, enterpriseId: string): Promise<number> =>
  firstSeq(await lastOfSubject(read, { kind: 'enterprise' satisfies ChangeKind, subjectId: enterpriseId }));

/** The number of the last change of the products in force; 0 where there was none. */
export const lastChangeOfProducts = async (read: Reader): Promise<number> =>
  firstSeq(await lastOfKind(read, { kind: 'products' satisfies ChangeKind }));

/** The changes after `seq`, oldest first, at most `limit`. */
export const changesAfter = (read: Reader, seq: number, limit: number): Promise<Change[]> =>
  read.select().from(changes).where(gt(changes.seq, seq)).orderBy(asc(changes.seq)).limit(limit);

const newest = (read: Reader) => read.select({ seq: changes.seq }).from(changes).$dynamic();

const head = prepared((read: Reader) => newest(read).orderBy(desc(changes.seq)).limit(1));

const lastOfKind = prepared((read: Reader) =>
  newest(read)
    .where(eq(changes.kind, sql.placeholder('kind')))
    .orderBy(desc(changes.seq))
    .limit(1),
);

const lastOfSubject = prepared((read: Reader) =>
  newest(read)
    .where(and(eq(changes.kind, sql.placeholder('kind')), eq(changes.subjectId, sql.placeholder('subjectId'))))
    .orderBy(desc(changes.seq))
    .limit(1),
);

const firstSeq = ([row]: readonly { readonly seq: number }[]): number => row?.seq ?? 0;
