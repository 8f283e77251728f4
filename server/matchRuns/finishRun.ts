import { createHash } from 'node:crypto';
import { and, isNotNull, ne } from 'drizzle-orm';
import { record } from '../audit/record';
import type { ActorContext } from '../context';
import type { Reader, Tx } from '../database/database';
import { send } from '../messages/send';
import { wishesToBeTold } from './alerts/queries';
import { count, pack, unpack } from './bits';
import { type CrossMatch, digestOfFound } from './crossMatch';
import type { RunInputs } from './inputs';
import { isOwn, LostRun } from './lease';
import { lettersOf, toldProducts } from './letters';
import { movementsOf, type ProductFirms, type ProductMovement } from './movement';
import { lastFinished, productsOfRun } from './queries';
import { type MatchRun, type MatchRunProduct, matchRunProducts, matchRuns } from './tables';

/**
 * Writes what a run found, what entered and left since the run before, and the messages to the firms that asked to be
 * told: all of it in one unit of work, so that a run that died has told nobody. A replay tells nobody anything.
 */
export async function finishRun(context: ActorContext, run: MatchRun, inputs: RunInputs, cross: CrossMatch): Promise<MatchRun> {
  const { db, now } = context;
  const isReplay = run.replayOf !== null;
  const previous = isReplay ? null : await lastFinished(db.read);
  const movements = movementsOf(previous && (await eligibleIn(db.read, previous.id)), eligibleNow(inputs, cross));
  const rows = movements.map(movement => rowOf(run, movement, cross));
  const told = isReplay
    ? null
    : await toldProducts(
        db.read,
        movements.map(({ versionId }) => versionId),
      );
  const total = (key: 'eligible' | 'possible' | 'entered' | 'left') => rows.reduce((sum, row) => sum + row[key], 0);
  const values = {
    state: 'finished',
    slot: null,
    finishedAt: now,
    percent: 100,
    engineVersion: cross.engineVersion,
    populationDigest: cross.populationDigest,
    resultDigest: resultDigestOf(rows),
    firmBits: pack(cross.firms),
    eligible: total('eligible'),
    possible: total('possible'),
    previousId: previous?.id ?? null,
    entered: total('entered'),
    left: total('left'),
  } as const;
  return db.write(async tx => {
    const wishes = told === null ? [] : await wishesToBeTold(tx);
    const sent = await send(tx, context, lettersOf(run.id, movements, wishes, told ?? new Map()));
    const [finished] = await tx
      .update(matchRuns)
      .set({ ...values, told: sent })
      .where(isOwn(run))
      .returning();
    if (!finished) throw new LostRun(`run ${run.id} was taken over`);
    await keepRows(tx, run, rows);
    const { state, slot, firmBits, percent, finishedAt, ...details } = values;
    await record(tx, context, {
      verb: 'finishMatchRun',
      subject: { kind: 'matchRun', id: run.id },
      details: { ...details, productsDigest: run.productsDigest, told: sent },
    });
    return finished;
  });
}

/** The newest run is the one that the next is compared with: the bitmaps of those before have served. */
async function keepRows(tx: Tx, run: MatchRun, rows: readonly MatchRunProduct[]): Promise<void> {
  await tx.insertMany(matchRunProducts, rows);
  if (run.replayOf !== null) return;
  await tx
    .update(matchRunProducts)
    .set({ eligibleBits: null })
    .where(and(ne(matchRunProducts.runId, run.id), isNotNull(matchRunProducts.eligibleBits)));
}

async function eligibleIn(read: Reader, runId: string): Promise<Map<string, ProductFirms>> {
  const rows = await productsOfRun(read, runId);
  return new Map(
    rows.flatMap(({ productId, versionId, eligibleBits }) =>
      eligibleBits ? [[productId, { versionId, eligible: unpack(eligibleBits) }]] : [],
    ),
  );
}

const eligibleNow = ({ products }: RunInputs, { found }: CrossMatch): Map<string, ProductFirms> =>
  new Map(
    products.flatMap(({ id, versionId }) => {
      const firms = found.get(id);
      return firms ? [[id, { versionId, eligible: firms.eligible }]] : [];
    }),
  );

function rowOf(run: MatchRun, movement: ProductMovement, { found }: CrossMatch): MatchRunProduct {
  const { productId, versionId, isInForce, entered, left } = movement;
  const firms = found.get(productId);
  return {
    runId: run.id,
    productId,
    versionId,
    isInForce,
    eligible: firms ? count(firms.eligible) : 0,
    possible: firms ? count(firms.possible) : 0,
    entered: count(entered),
    left: count(left),
    digest: firms ? digestOfFound(firms) : '',
    eligibleBits: firms && run.replayOf === null ? pack(firms.eligible) : null,
  };
}

/** SHA-256 of every verdict: products that are no longer in force have none. */
function resultDigestOf(rows: readonly MatchRunProduct[]): string {
  const hash = createHash('sha256');
  for (const { isInForce, productId, versionId, digest } of rows)
    if (isInForce) hash.update(`${productId} ${versionId} ${digest}\n`);
  return hash.digest('hex');
}
