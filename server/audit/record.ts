import { desc } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Reader, Tx } from '../database/database';
import { prepared } from '../database/prepared';
import { genesisHash, hashOf, type Linked } from './chain';
import { auditEntries } from './tables';
import type { AuditSubject, AuditVerb } from './verbs';

export type AuditFact = {
  readonly verb: AuditVerb;
  readonly subject: { readonly kind: AuditSubject; readonly id: string };
  readonly reason?: string | null;
  /** What changed, readable in ten years; never a password, a token or a whole credit record. */
  readonly details?: Record<string, unknown>;
};

/**
 * Adds one entry to the chain inside the caller's unit of work: the last step of every command. On PostgreSQL
 * the chain's lock is held from here to the commit, so that two commands cannot follow the same entry.
 */
export async function record(tx: Tx, context: Pick<ActorContext, 'actor' | 'now'>, fact: AuditFact): Promise<void> {
  const entry = entryOf(context, fact, await lastHash(tx));
  await tx.insertMany(auditEntries, [{ ...entry, hash: hashOf(entry) }]);
}

/** A fact with the one who made it and the moment: what a history brought in at once consists of. */
export type DatedFact = AuditFact & Pick<ActorContext, 'actor' | 'now'>;

/** Adds many entries to the chain in the order given, each after the one before; otherwise like `record`. */
export async function recordHistory(tx: Tx, facts: Iterable<DatedFact>): Promise<void> {
  let previousHash = await lastHash(tx);
  function* entries() {
    for (const fact of facts) {
      const entry = entryOf(fact, fact, previousHash);
      previousHash = hashOf(entry);
      yield { ...entry, hash: previousHash };
    }
  }
  await tx.insertMany(auditEntries, entries());
}

/** The hash that the next entry names as the one before it; takes the chain's lock. */
async function lastHash(tx: Tx): Promise<string> {
  await tx.lock(chainLock);
  const [last] = await lastEntry(tx, {});
  return last?.hash ?? genesisHash;
}

const lastEntry = prepared((read: Reader) =>
  read.select({ hash: auditEntries.hash }).from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1),
);

const entryOf = ({ actor, now }: Pick<ActorContext, 'actor' | 'now'>, fact: AuditFact, previousHash: string): Linked => ({
  at: now,
  actorId: actor.userId,
  actorName: actor.username,
  organisationId: actor.organisationId,
  verb: fact.verb,
  subjectKind: fact.subject.kind,
  subjectId: fact.subject.id,
  reason: fact.reason ?? null,
  details: JSON.parse(JSON.stringify(fact.details ?? {})),
  previousHash,
});

const chainLock = 7_340_022;
