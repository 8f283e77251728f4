import { inArray } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { organisations } from '../../identity/tables';
import { send } from '../../messages/send';
import { steps } from '../../messages/steps';
import type { Application } from '../applications/tables';
import type { CollateralOperation } from './access';
import type { Collateral } from './tables';

type News = { readonly verb: 'stateCollateral' | CollateralOperation; readonly collateral: Collateral };

/** Tells the other party of an application what was done about its collateral. */
export async function tellOfCollateral(
  tx: Tx,
  context: ActorContext,
  application: Application,
  { verb, collateral }: News,
): Promise<void> {
  const { id, enterpriseId, institutionId } = application;
  const found = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [enterpriseId, institutionId]));
  const nameOf = (partyId: string) => found.find(party => party.id === partyId)?.name ?? '';
  const payload = {
    applicationId: id,
    firm: nameOf(enterpriseId),
    institution: nameOf(institutionId),
    collateral: collateral.name,
    valueFen: collateral.valueFen,
    isToAgree: collateral.state === 'proposed',
  };
  await send(
    tx,
    context,
    [enterpriseId, institutionId]
      .filter(recipientId => recipientId !== context.actor.organisationId)
      .flatMap(recipientId =>
        steps[verb].map(kind => ({ recipientId, kind, occasion: `${collateral.id}/${collateral.version}`, payload })),
      ),
  );
}
