import { desc, sql } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import { genesisHash, hashOf, type Linked } from './chain';
import { auditEntries } from './tables';

export type AuditFact = {
  readonly verb: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly reason?: string | null;
  /** What changed, readable in ten years; never a password, a token or a whole credit record. */
  readonly details?: Record<string, unknown>;
};

/**
 * Adds one entry to the chain inside the caller's unit of work: the last step of every command. On PostgreSQL
 * the chain's lock is held from here to the commit, so that two commands cannot follow the same entry.
 */
export async function record(tx: Tx, context: Pick<ActorContext, 'actor' | 'now' | 'db'>, fact: AuditFact): Promise<void> {
  if (context.db.dialect === 'postgres')
    await tx.select({ locked: sql`pg_advisory_xact_lock(${chainLock})` }).from(sql`(select 1) as one`);
  const [last] = await tx.select({ hash: auditEntries.hash }).from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1);
  const entry: Linked = {
    at: context.now,
    actorId: context.actor.userId,
    actorName: context.actor.username,
    organisationId: context.actor.organisationId,
    verb: fact.verb,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    reason: fact.reason ?? null,
    details: JSON.parse(JSON.stringify(fact.details ?? {})),
    previousHash: last?.hash ?? genesisHash,
  };
  await tx.insert(auditEntries).values({ ...entry, hash: hashOf(entry) });
}

const chainLock = 7_340_022;
