import { and, eq } from 'drizzle-orm';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { enterprises } from '../../enterprises/tables';
import { digestOf, madeBefore, onceUnderKey, readKey } from '../../idempotency/key';
import { conflict, notAllowed } from '../../shared/refusals';
import { openingFact } from '../facts';
import { firmsThatMatch } from '../market/consent';
import { mayChangeDemand } from './access';
import { type DemandInput, readDemandRequest } from './demandRequest';
import { openedDemand } from './steps';
import { type FinancingDemand, financingDemands } from './tables';

export type OpenDemandInput = { readonly input: DemandInput; readonly idempotencyKey: string };

/**
 * Opens a financing demand of the actor's own firm: fen, months, basis points a year. Sent again under the same key it is
 * the same demand. One that goes to the market needs the firm's consent to matching: only banks whose products it fits see it.
 * Refuses figures outside the dictionary's range by field, a key used for something else, and everybody who
 * does not work for a firm.
 */
export async function openDemand(context: ActorContext, given: OpenDemandInput): Promise<FinancingDemand> {
  const request = readDemandRequest(given.input, context.today);
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
      if (request.route !== 'direct') await checkMatches(tx, context, enterpriseId);
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

async function checkMatches(tx: Tx, { today }: ActorContext, enterpriseId: string): Promise<void> {
  if ((await firmsThatMatch(tx, [enterpriseId], today)).has(enterpriseId)) return;
  throw conflict(
    {
      zh: '公开或派发需求前，请先在「授权管理」中授权平台为本企业匹配产品：平台据此只向产品适合的银行展示，且不透露企业名称。',
      en: 'Before a demand goes to the market, let the platform match your firm under "Consents": it is shown to banks whose products fit, without your name.',
    },
    { rule: 'consent.missing', purpose: 'matching' },
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
