import { and, eq, isNull, max } from 'drizzle-orm';
import type { ActorContext } from '../context';
import type { Tx } from '../database/database';
import type { ReadingReport } from './reading/report';
import { ruleDigest } from './readTerms';
import { type ProductVersion, productTraits, productVersions, type TraitKind } from './tables';
import type { Terms } from './terms';

/** Opens the next version of a product as a draft of `terms`. */
export async function openVersion(
  tx: Tx,
  context: ActorContext,
  { id, productId, terms, reading }: { id: string; productId: string; terms: Terms; reading: ReadingReport | null },
): Promise<ProductVersion> {
  const [last] = await tx
    .select({ number: max(productVersions.number) })
    .from(productVersions)
    .where(eq(productVersions.productId, productId));
  const version: ProductVersion = {
    ...terms,
    id,
    productId,
    number: (last?.number ?? 0) + 1,
    ruleDigest: ruleDigest(terms.rule),
    reading,
    createdAt: context.now,
    publishedAt: null,
    replacedAt: null,
  };
  await tx.insert(productVersions).values(version);
  await writeTraits(tx, version.id, terms);
  return version;
}

/** Writes `terms` over a draft. A published version is out of its reach: the update asks for one not yet published. */
export async function rewriteVersion(tx: Tx, versionId: string, terms: Terms): Promise<void> {
  const written = await tx
    .update(productVersions)
    .set({ ...terms, ruleDigest: ruleDigest(terms.rule) })
    .where(and(eq(productVersions.id, versionId), isNull(productVersions.publishedAt)))
    .returning({ id: productVersions.id });
  if (written.length !== 1) throw new Error(`product version ${versionId} is not a draft`);
  await tx.delete(productTraits).where(eq(productTraits.versionId, versionId));
  await writeTraits(tx, versionId, terms);
}

/** Freezes a draft from now on and ends the version it replaces. */
export async function freezeVersion(
  tx: Tx,
  context: ActorContext,
  { draftId, replacedId }: { draftId: string; replacedId: string | null },
): Promise<void> {
  const frozen = await tx
    .update(productVersions)
    .set({ publishedAt: context.now })
    .where(and(eq(productVersions.id, draftId), isNull(productVersions.publishedAt)))
    .returning({ id: productVersions.id });
  if (frozen.length !== 1) throw new Error(`product version ${draftId} is not a draft`);
  if (replacedId !== null)
    await tx.update(productVersions).set({ replacedAt: context.now }).where(eq(productVersions.id, replacedId));
}

async function writeTraits(tx: Tx, versionId: string, terms: Terms): Promise<void> {
  const traits: Readonly<Record<TraitKind, readonly string[]>> = {
    label: terms.labels,
    security: terms.securities,
    repaymentMethod: terms.repaymentMethods,
    region: terms.regionCodes,
  };
  const rows = Object.entries(traits).flatMap(([kind, codes]) =>
    codes.map(code => ({ versionId, kind: kind as TraitKind, code })),
  );
  if (rows.length > 0) await tx.insert(productTraits).values(rows);
}
