import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { nextState } from '../../shared/lifecycle';
import { notFound, staleVersion } from '../../shared/refusals';
import { type WarningResult, type WarningVerb, warningLifecycle } from './lifecycle';
import { type EarlyWarning, earlyWarnings } from './tables';

export type WarningChange = { readonly id: string; readonly version: number };

const word = { zh: '风险预警', en: 'early warning' };
const operationOf = { see: 'seeWarning', resolve: 'resolveWarning' } as const;

/** Moves a warning of the actor's own bank on; refuses another's as not found, a state that has no such verb, and a stale version. */
export function moveWarning(
  context: ActorContext,
  { id, version }: WarningChange,
  verb: WarningVerb,
  outcome: { readonly result: WarningResult; readonly note: string | null } | null = null,
): Promise<EarlyWarning> {
  return context.db.write(async tx => {
    const warning = await rowById(tx, earlyWarnings, id);
    if (!warning || warning.institutionId !== context.actor.organisationId) throw notFound(word, id);
    if (warning.version !== version) throw staleVersion(word, version, warning.version);
    const moved: EarlyWarning = {
      ...warning,
      ...(outcome === null ? {} : { ...outcome, resolvedAt: context.now }),
      state: nextState(warningLifecycle, warning.state, verb),
      version: version + 1,
    };
    const { state, result, note, resolvedAt } = moved;
    await tx
      .update(earlyWarnings)
      .set({ state, result, note, resolvedAt, version: moved.version })
      .where(and(eq(earlyWarnings.id, id), eq(earlyWarnings.version, version)));
    await record(tx, context, {
      verb: operationOf[verb],
      subject: { kind: 'warning', id },
      reason: note,
      details: { result },
    });
    return moved;
  });
}
