import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { nextState } from '../../shared/lifecycle';
import { notFound, staleVersion } from '../../shared/refusals';
import { mayChangeScheme } from './access';
import { checkOwnPart, detailsOf, keepTerms, notOwner } from './createScheme';
import { type SchemeVerb, schemeLifecycle } from './lifecycle';
import { readScheme, type SchemeInput } from './readScheme';
import { type RiskSharingScheme, riskSharingSchemes, schemeTerms } from './tables';
import { schemeWord } from './words';

/** What a verb of a scheme takes: which, and the version of it that the caller has read. */
export type SchemeChange = { readonly id: string; readonly version: number };

/**
 * Makes the next version of a scheme's terms; guarantees keep the version that they were given under. Refuses what `createScheme`
 * refuses, a closed scheme, and a stale version.
 */
export const reviseScheme = (
  context: ActorContext,
  { input, ...change }: SchemeChange & { readonly input: SchemeInput },
): Promise<RiskSharingScheme> =>
  context.db.write(async tx => {
    const scheme = await loadScheme(tx, context, change);
    const [{ number } = { number: 0 }] = await tx
      .select({ number: schemeTerms.number })
      .from(schemeTerms)
      .where(eq(schemeTerms.id, scheme.currentTermsId));
    const read = await readScheme(tx, context, { schemeId: scheme.id, number: number + 1, input });
    checkOwnPart(context, read);
    await keepTerms(tx, read);
    const revised = { name: read.name, currentTermsId: read.terms.id };
    return moveScheme(tx, context, scheme, { verb: 'reviseScheme', revised, details: detailsOf(read) });
  });

/** Takes no new guarantees under a scheme; those that hold are untouched. Refuses another's scheme and a stale version. */
export const closeScheme = (context: ActorContext, change: SchemeChange): Promise<RiskSharingScheme> =>
  context.db.write(async tx => moveScheme(tx, context, await loadScheme(tx, context, change), { verb: 'closeScheme' }));

/** Takes new guarantees again. Refuses another's scheme, one that is open, and a stale version. */
export const reopenScheme = (context: ActorContext, change: SchemeChange): Promise<RiskSharingScheme> =>
  context.db.write(async tx => moveScheme(tx, context, await loadScheme(tx, context, change), { verb: 'reopenScheme' }));

async function loadScheme(tx: Tx, { actor }: ActorContext, { id, version }: SchemeChange): Promise<RiskSharingScheme> {
  const scheme = await rowById(tx, riskSharingSchemes, id);
  if (!scheme) throw notFound(schemeWord, id);
  if (!mayChangeScheme(actor, scheme)) throw notOwner();
  if (scheme.version !== version) throw staleVersion(schemeWord, version, scheme.version);
  return scheme;
}

type SchemeMove = {
  readonly verb: SchemeVerb;
  readonly revised?: Pick<RiskSharingScheme, 'name' | 'currentTermsId'>;
  readonly details?: Record<string, unknown>;
};

async function moveScheme(
  tx: Tx,
  context: ActorContext,
  scheme: RiskSharingScheme,
  { verb, revised, details }: SchemeMove,
): Promise<RiskSharingScheme> {
  const { id, version } = scheme;
  const changed = { ...revised, state: nextState(schemeLifecycle, scheme.state, verb), version: version + 1 };
  const written = await tx
    .update(riskSharingSchemes)
    .set(changed)
    .where(and(eq(riskSharingSchemes.id, id), eq(riskSharingSchemes.version, version)))
    .returning();
  const [moved] = written;
  if (!moved) throw staleVersion(schemeWord, version, version + 1);
  await record(tx, context, { verb, subject: { kind: 'scheme', id }, details });
  return moved;
}
