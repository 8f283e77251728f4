import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { conflict } from '../../shared/refusals';
import { moveDeal } from '../deals/moveDeal';
import type { GuaranteeView } from '../guarantees/queries';
import { balancesOf, book, lockPool } from '../riskSharing/pools';
import { waterfallOf } from '../riskSharing/waterfall';
import { isOwed } from './access';
import { type CompensationChange, loadCompensation, moveCompensation } from './loadCompensation';
import { type Compensation, type CompensationPart, compensationParts } from './tables';
import { tellParts } from './tellOfCompensation';
import { watchingStops } from './watchingStops';

/**
 * Those who guarantee a loan pay what of the bank's claim is still owed, by the waterfall of the terms that the guarantee was given under: the
 * first-loss pool, then everybody by the frozen shares. What pools pay is booked in their ledgers, everybody is told its part,
 * the loan counts as compensated, and the scheme takes no new business where this brings it to a stop.
 *
 * Refuses one that the actor does not pay, one paid before, one of a loan that has been repaid or has ended since, and a stale
 * version.
 */
export async function payCompensation(context: ActorContext, change: CompensationChange): Promise<Compensation> {
  return context.db.write(async tx => {
    const { compensation, view } = await loadCompensation(tx, context, { ...change, verb: 'pay' });
    return watchingStops(tx, context, view, async () => {
      if (compensation.state === 'claimed' && (view.state !== 'claimed' || !isOwed(view))) throw nothingOwed();
      const paid = await moveCompensation(tx, compensation, 'pay', { paidOn: context.today, lossFen: view.balanceFen ?? 0 });
      const parts = await fall(tx, view, paid);
      await tx.insert(compensationParts).values(parts);
      for (const { poolId, paidFen, name } of parts)
        if (poolId !== null && paidFen > 0)
          await book(tx, context, poolId, {
            kind: 'compensation',
            amountFen: paidFen,
            bookedOn: context.today,
            compensationId: paid.id,
            note: name,
          });
      if (view.loan)
        await moveDeal(tx, context, view.loan, {
          verb: 'compensate',
          reason: { reasonCode: 'L31', reasonText: null },
          on: context.today,
        });
      await tellParts(tx, context, view, { verb: 'payCompensation', compensation: paid, parts });
      await record(tx, context, {
        verb: 'payCompensation',
        subject: { kind: 'compensation', id: paid.id },
        details: { lossFen: paid.lossFen, parts: parts.map(({ place, role, paidFen }) => ({ place, role, paidFen })) },
      });
      return paid;
    });
  });
}

/** The parts of the loss. A pool stays locked until the unit ends, and one that pays twice pays the second time from what is left. */
async function fall(
  tx: Tx,
  { version: { terms, parties } }: GuaranteeView,
  { id, lossFen }: Compensation,
): Promise<CompensationPart[]> {
  const pools = [
    ...new Set([terms.firstLossPoolId, ...parties.map(({ poolId }) => poolId)].filter(poolId => poolId !== null)),
  ].sort();
  const locked = [];
  for (const poolId of pools) locked.push(await lockPool(tx, poolId));
  const held = await balancesOf(tx, pools);
  const balance = new Map(pools.map((poolId, place) => [poolId, held[place] ?? 0]));
  const firstLoss =
    terms.firstLossPoolId === null
      ? null
      : {
          rateBps: terms.firstLossRateBps ?? 0,
          capFen: terms.firstLossCapFen,
          balanceFen: balance.get(terms.firstLossPoolId) ?? 0,
        };
  const { firstLossFen } = waterfallOf(lossFen, [{ shareBps: 10_000, balanceFen: null }], firstLoss);
  const left = (poolId: string) => (balance.get(poolId) ?? 0) - (poolId === terms.firstLossPoolId ? firstLossFen : 0);
  const bearers = parties.map(({ shareBps, poolId }) => ({ shareBps, balanceFen: poolId === null ? null : left(poolId) }));
  const { parts, shortfallFen } = waterfallOf(lossFen, bearers, firstLoss);
  const pool = locked.find(each => each.id === terms.firstLossPoolId);
  const first: CompensationPart[] = pool
    ? [
        {
          compensationId: id,
          place: 0,
          role: null,
          organisationId: pool.holderId,
          name: pool.name,
          poolId: pool.id,
          owedFen: firstLossFen,
          paidFen: firstLossFen,
        },
      ]
    : [];
  return [
    ...first,
    ...parties.map(({ role, organisationId, name, poolId, place }): CompensationPart => {
      const { owedFen = 0, paidFen = 0 } = parts[place] ?? {};
      // What a pool cannot pay for want of money stays with the lender.
      return {
        compensationId: id,
        place: place + 1,
        role,
        organisationId,
        name,
        poolId,
        owedFen,
        paidFen: role === 'bank' ? paidFen + shortfallFen : paidFen,
      };
    }),
  ];
}

const nothingOwed = () =>
  conflict(
    {
      zh: '提请代偿之后企业已还清，或贷款已以其他方式了结，无需再代偿。',
      en: 'Since it was claimed, the loan was repaid or has ended another way: nothing is left to compensate.',
    },
    { rule: 'compensation.nothingOwed' },
  );
