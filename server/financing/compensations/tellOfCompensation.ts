import { inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import type { GuaranteeView } from '../guarantees/queries';
import type { Compensation, CompensationPart } from './tables';

/** Asks those who guarantee a loan to pay what the bank has claimed. */
export async function tellPayers(tx: Tx, context: ActorContext, view: GuaranteeView, compensation: Compensation): Promise<void> {
  const told = await toldOf(tx, view, compensation);
  await send(
    tx,
    context,
    view.decisions.flatMap(({ organisationId }) =>
      steps.claimCompensation.map(kind => ({
        recipientId: organisationId,
        kind,
        occasion: compensation.id,
        payload: { ...told, partFen: null },
      })),
    ),
  );
}

type Parts = {
  readonly verb: 'payCompensation' | 'recordRecovery';
  readonly compensation: Compensation;
  /** What each pays or gets back, in `paidFen`. */
  readonly parts: readonly CompensationPart[];
};

/** Tells everybody who has a part of the loss what it pays or gets back, and the firm what was recovered. */
export async function tellParts(
  tx: Tx,
  context: ActorContext,
  view: GuaranteeView,
  { verb, compensation, parts }: Parts,
): Promise<void> {
  const told = await toldOf(tx, view, compensation);
  const { enterpriseId, institutionId } = view.guarantee;
  const partOf = (recipientId: string) =>
    parts
      .filter(({ role, organisationId }) => organisationId === recipientId || (role === 'bank' && recipientId === institutionId))
      .reduce((sum, { paidFen }) => sum + paidFen, 0);
  const recipients = new Set([enterpriseId, institutionId, ...parts.flatMap(({ organisationId }) => organisationId ?? [])]);
  recipients.delete(context.actor.organisationId);
  // The step of its loan tells the firm.
  if (verb === 'payCompensation') recipients.delete(enterpriseId);
  await send(
    tx,
    context,
    [...recipients].flatMap(recipientId =>
      steps[verb].map(kind => ({
        recipientId,
        kind,
        occasion: `${compensation.id}/${compensation.version}`,
        payload: { ...told, partFen: recipientId === enterpriseId ? null : partOf(recipientId) },
      })),
    ),
  );
}

async function toldOf(tx: Tx, { guarantee, version }: GuaranteeView, { lossFen }: Compensation) {
  const { enterpriseId, institutionId } = guarantee;
  const found = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, institutionId]));
  const nameOf = (id: string) => found.find(party => party.id === id)?.name ?? '';
  return {
    guaranteeId: guarantee.id,
    firm: nameOf(enterpriseId),
    institution: nameOf(institutionId),
    scheme: version.scheme.name,
    lossFen,
  };
}
