import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../database/database';
import { deriveFacts } from '../enterprises/facts';
import { readRecordsAsOf } from '../enterprises/records/readRecordsAsOf';
import { organisations } from '../identity/tables';
import type { NumberedFirm } from './crossMatch';
import type { RunInputs } from './inputs';
import { contextOf, type Workshop } from './workshop';

/** Firms read together: enough to spare the database, few enough to let the server answer in between. */
const firmsPerBatch = 50;

/**
 * The firms of a run with what is known of each, read in batches for the operator under their consents to matching.
 * `afterBatch` is told how many have been matched, and may end the work by throwing.
 */
export async function* numberedFirms(
  workshop: Workshop,
  { firms, at, day, recordsSeq }: RunInputs,
  { requestId, afterBatch }: { readonly requestId: string; readonly afterBatch: (done: number) => Promise<void> },
): AsyncGenerator<NumberedFirm> {
  const readerOrganisationId = await operatorOf(workshop.db.read);
  for (let first = 0; first < firms.length; first += firmsPerBatch) {
    const batch = firms.slice(first, first + firmsPerBatch);
    const files = await readRecordsAsOf(contextOf(workshop, requestId), {
      enterpriseIds: batch.map(({ enterpriseId }) => enterpriseId),
      readerOrganisationId,
      purpose: 'matching',
      asOf: { recordsSeq, at, day },
    });
    for (const [place, { records, withheld }] of files.entries()) {
      const number = batch[place]?.number ?? 0;
      yield { number, facts: deriveFacts({ records, notConsented: withheld, today: day }) };
      await new Promise(setImmediate);
    }
    await afterBatch(first + batch.length);
  }
}

async function operatorOf(read: Reader): Promise<string> {
  const [operator] = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'operator'), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.createdAt), asc(organisations.id))
    .limit(1);
  if (!operator) throw new Error('the platform has no active operator to match for its firms');
  return operator.id;
}
