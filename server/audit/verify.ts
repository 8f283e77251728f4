import { asc, gt } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { genesisHash, hashOf } from './chain';
import { auditEntries } from './tables';

export type ChainReport = {
  readonly checked: number;
  readonly broken: null | { readonly seq: number; readonly why: 'content' | 'link' };
};

const entriesPerRead = 5_000;

/** Walks the audit chain from its first entry and names the first whose content or link does not fit. */
export async function verifyChain(read: Reader): Promise<ChainReport> {
  let previousHash = genesisHash;
  let lastSeq = 0;
  let checked = 0;
  for (;;) {
    const entries = await read
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, lastSeq))
      .orderBy(asc(auditEntries.seq))
      .limit(entriesPerRead);
    for (const { seq, hash, ...entry } of entries) {
      if (entry.previousHash !== previousHash) return { checked, broken: { seq, why: 'link' } };
      if (hashOf(entry) !== hash) return { checked, broken: { seq, why: 'content' } };
      previousHash = hash;
      lastSeq = seq;
      checked += 1;
    }
    if (entries.length < entriesPerRead) return { checked, broken: null };
  }
}
