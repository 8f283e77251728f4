import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { enterprises } from '../../enterprises/tables';
import { parseInput } from '../../shared/input';
import { notAllowed } from '../../shared/refusals';
import { openingFact } from '../facts';
import { digestOf, madeBefore, onceUnderKey, readKey } from '../idempotency';
import { mayChangeDemand } from './access';
import { type DemandInput, demandShape } from './demandRequest';
import { openedDemand } from './steps';
import { type FinancingDemand, financingDemands } from './tables';

export type OpenDemandInput = { readonly input: DemandInput; readonly idempotencyKey: string };

/**
 * Opens a financing demand of the actor's own firm: fen, months, basis points a year. Sent again under the same key it is
 * the same demand. Refuses figures outside the dictionary's range by field, a key used for something else, and everybody who
 * does not work for a firm.
 */
export async function openDemand(context: ActorContext, given: OpenDemandInput): Promise<FinancingDemand> {
  const request = parseInput(demandShape, given.input);
  const key = readKey(given.idempotencyKey);
  const digest = digestOf(request);
  return onceUnderKey(() =>
    context.db.write(async tx => {
      const enterpriseId = await ownFirm(tx, context);
      const [known] = await tx
        .select()
        .from(financingDemands)
        .where(and(eq(financingDemands.enterpriseId, enterpriseId), eq(financingDemands.idempotencyKey, key)));
      const before = madeBefore(known, digest);
      if (before) return before;
      const demand = openedDemand({
        id: context.newId(),
        enterpriseId,
        request,
        idempotencyKey: key,
        requestDigest: digest,
        createdBy: context.actor.userId,
        createdAt: context.now,
      });
      await tx.insert(financingDemands).values(demand);
      await record(tx, context, openingFact(demand));
      return demand;
    }),
  );
}

/** The actor's own firm; refuses every other kind of organisation, and an auditor. */
async function ownFirm(tx: Tx, { actor }: ActorContext): Promise<string> {
  const [own] = await tx.select({ id: enterprises.id }).from(enterprises).where(eq(enterprises.id, actor.organisationId));
  if (own && mayChangeDemand(actor, { enterpriseId: own.id })) return own.id;
  throw notAllowed(
    { zh: '融资需求由企业的经办人员提出。', en: 'Financing demands are opened by those who work for a firm.' },
    { rule: own ? 'role' : 'organisationKind' },
  );
}
