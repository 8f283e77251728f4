import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { lockOrganisation } from '../../identity/organisations/lockOrganisation';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import { productVersions } from '../../products/tables';
import { nextState } from '../../shared/lifecycle';
import { notAllowed, notFound, staleVersion } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { lineOperationOf, linePartyOf, mayDoToLine } from './access';
import { type LineVerb, lineLifecycle } from './lifecycle';
import { type LineView, viewsOf } from './queries';
import { type KeptLineReason, lineReasons } from './reasons';
import { type CreditLine, creditLines } from './tables';
import { lineWord } from './words';

/** `id` is the line's and so the application's; `version` that of the line which the caller has read. */
export type LineChange = { readonly id: string; readonly version: number };

/**
 * Takes up a line for `verb`: its version rises at once, so of two who act on one version the second is refused and nobody draws
 * beside it. Refuses, in this order: a line that the actor is no party to (as not found), a party whose verb it is not, a stale
 * version, and a state that does not have the verb.
 */
export async function takeLine(
  tx: Tx,
  { actor, today }: ActorContext,
  { id, version }: LineChange,
  verb: LineVerb,
): Promise<LineView> {
  const known = await rowById(tx, creditLines, id);
  if (!known || linePartyOf(actor, known) === null) throw notFound(lineWord, id);
  if (!mayDoToLine(actor, known, verb))
    throw notAllowed(
      verb === 'requestDrawdown'
        ? { zh: '提款由企业的经办人员申请。', en: 'A drawdown is requested by those who work for the firm.' }
        : { zh: '额度由授信银行的经办人员管理。', en: 'A line is managed by those who work for its bank.' },
      { rule: actor.role === 'auditor' ? 'role' : 'lineParty' },
    );
  await lockOrganisation(tx, known.enterpriseId);
  const [line] = await tx
    .update(creditLines)
    .set({ version: version + 1 })
    .where(and(eq(creditLines.id, id), eq(creditLines.version, version)))
    .returning();
  if (!line) throw staleVersion(lineWord, version, known.version);
  nextState(lineLifecycle, line.state, verb);
  const [view] = await viewsOf(tx, [line], today);
  if (!view) throw notFound(lineWord, id);
  return view;
}

export type LineNews = {
  readonly verb: LineVerb;
  /** The drawdown it is about. */
  readonly drawdown?: { readonly number: number; readonly amountFen: number; readonly termMonths: number };
  readonly reason?: KeptLineReason | null;
};

/** Tells the party that did not take the step, and the audit chain. */
export async function noteLineStep(
  tx: Tx,
  context: ActorContext,
  { line, productVersionId }: LineView,
  news: LineNews,
): Promise<void> {
  const { verb, drawdown, reason = null } = news;
  const parties = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [line.enterpriseId, line.institutionId]));
  const [version] = await tx
    .select({ name: productVersions.name })
    .from(productVersions)
    .where(eq(productVersions.id, productVersionId));
  const nameOf = (id: string) => parties.find(party => party.id === id)?.name ?? '';
  const payload = {
    lineId: line.id,
    firm: nameOf(line.enterpriseId),
    institution: nameOf(line.institutionId),
    product: version?.name ?? '',
    limitFen: line.limitFen,
    amountFen: drawdown?.amountFen ?? null,
    termMonths: drawdown?.termMonths ?? null,
    reason: wordsOf(reason),
  };
  const operation = lineOperationOf[verb];
  const letters = [line.enterpriseId, line.institutionId]
    .filter(recipientId => recipientId !== context.actor.organisationId)
    .flatMap(recipientId =>
      steps[operation].map(kind => ({ recipientId, kind, occasion: `${line.id}/${line.version}`, payload })),
    );
  await send(tx, context, letters);
  await record(tx, context, {
    verb: operation,
    subject: { kind: 'creditLine', id: line.id },
    reason: reason?.reasonText ?? null,
    details: { ...drawdown, ...(reason ? { reasonCode: reason.reasonCode } : {}) },
  });
}

function wordsOf(reason: KeptLineReason | null): Text | null {
  if (reason === null) return null;
  const { label } = lineReasons[reason.reasonCode];
  const { reasonText } = reason;
  return reasonText === null ? label : { zh: `${label.zh}。${reasonText}`, en: `${label.en}. ${reasonText}` };
}

/** Does one verb that moves a line from state to state, with its reason. */
export const moveLine = (
  context: ActorContext,
  change: LineChange,
  { verb, reason = null }: { readonly verb: 'freeze' | 'release' | 'close'; readonly reason?: KeptLineReason | null },
  check: (view: LineView) => void = () => undefined,
): Promise<CreditLine> =>
  context.db.write(async tx => {
    const view = await takeLine(tx, context, change, verb);
    check(view);
    const state = nextState(lineLifecycle, view.line.state, verb);
    const set = { state, reasonCode: reason?.reasonCode ?? null, reasonText: reason?.reasonText ?? null };
    await tx.update(creditLines).set(set).where(eq(creditLines.id, change.id));
    await noteLineStep(tx, context, view, { verb, reason });
    return { ...view.line, ...set };
  });
