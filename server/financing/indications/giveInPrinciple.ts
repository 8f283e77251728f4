import { z } from 'zod';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { sumText } from '../../shared/money';
import { invalidInput } from '../../shared/refusals';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { within } from '../matches/request';
import { indications } from './tables';

export type InPrincipleInput = z.input<typeof shape>;

const shape = z.object({
  amountFen: within('requestAmountFen'),
  rateBpsMin: within('highestRateBps'),
  rateBpsMax: within('highestRateBps'),
  note: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(note => note || null),
});

/**
 * The bank says in principle what it could lend: an amount and a range of rates, which bind nobody. Refuses an amount above what
 * the firm asked for, a range upside down, a state other than due diligence, another's application, and a stale version.
 */
export async function giveInPrinciple(
  context: ActorContext,
  { input, ...change }: ApplicationChange & { readonly input: InPrincipleInput },
): Promise<Application> {
  const { amountFen, rateBpsMin, rateBpsMax, note } = parseInput(shape, input);
  if (rateBpsMin > rateBpsMax)
    throw invalidInput('rateBpsMax', rateBpsMax, 'inPrinciple.range', {
      zh: '利率上限不能低于下限。',
      en: 'The highest rate cannot be below the lowest.',
    });
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'giveInPrinciple' });
    const { application } = locked;
    const indicationId = context.newId();
    const moved = await moveApplication(tx, context, locked, {
      verb: 'giveInPrinciple',
      reason: note,
      details: { indicationId, amountFen, rateBpsMin, rateBpsMax },
    });
    if (amountFen > application.amountFen)
      throw invalidInput('amountFen', amountFen, 'offer.aboveRequest', {
        zh: `金额不能超过企业申请的 ${sumText(application.amountFen).zh}。`,
        en: `The amount cannot be above the ${sumText(application.amountFen).en} that the firm asked for.`,
      });
    const indication = { id: indicationId, applicationId: change.id, amountFen, rateBpsMin, rateBpsMax, note };
    await tx.insert(indications).values({ ...indication, createdAt: context.now });
    return moved;
  });
}
