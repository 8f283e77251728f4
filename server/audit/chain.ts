import { createHash } from 'node:crypto';
import { stableText } from '../shared/stableText';
import type { AuditEntry } from './tables';

/** What the first entry names as the one before it. */
export const genesisHash = '0'.repeat(64);

/** The part of an entry that its hash covers: everything a person could want to falsify, and the link. */
export type Linked = Omit<AuditEntry, 'seq' | 'hash'>;

/** SHA-256 over the entry in one fixed written form; a changed, removed or inserted entry breaks the next link. */
export function hashOf(entry: Linked): string {
  // In order, because PostgreSQL's jsonb does not keep the order it was given.
  const written = stableText([
    entry.previousHash,
    entry.at.getTime(),
    entry.actorId,
    entry.actorName,
    entry.organisationId,
    entry.verb,
    entry.subjectKind,
    entry.subjectId,
    entry.reason,
    entry.details,
  ]);
  return createHash('sha256').update(written).digest('hex');
}
