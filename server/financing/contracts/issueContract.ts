import { z } from 'zod';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { formatPercent } from '../../shared/rate';
import { invalidInput } from '../../shared/refusals';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { acceptedOfferOf } from '../offers/queries';
import { contracts } from './tables';

export type ContractInput = z.input<typeof shape>;

const shape = z.object({
  number: z.string().trim().min(1).max(80),
  annualisedRateBps: z.int().min(0),
});

/**
 * The bank issues the contract of a granted credit for the firm to sign, or puts right the one it issued. The contract states
 * the annualised rate, which is the approved one and no other. Refuses another rate, an empty number, a state without a granted
 * credit, another's application, and a stale version.
 */
export async function issueContract(
  context: ActorContext,
  { input, ...change }: ApplicationChange & { readonly input: ContractInput },
): Promise<Application> {
  const { number, annualisedRateBps } = parseInput(shape, input);
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'issueContract' });
    const moved = await moveApplication(tx, context, locked, { verb: 'issueContract', details: { number, annualisedRateBps } });
    const approved = await acceptedOfferOf(tx, change.id);
    if (approved?.annualisedRateBps !== annualisedRateBps)
      throw anotherRate(annualisedRateBps, approved?.annualisedRateBps ?? null);
    const stated = { number, annualisedRateBps, issuedAt: context.now };
    await tx
      .insert(contracts)
      .values({ ...stated, id: change.id, signedAt: null })
      .onConflictDoUpdate({ target: contracts.id, set: stated });
    return moved;
  });
}

const anotherRate = (stated: number, approved: number | null) =>
  invalidInput('annualisedRateBps', stated, 'contract.rate', {
    zh: `合同须写明年化利率，且与批准的一致：${formatPercent(approved ?? 0)}（含企业承担的全部费用）。`,
    en: `The contract must state the annualised rate that was approved: ${formatPercent(approved ?? 0)}, every fee of the firm included.`,
  });
