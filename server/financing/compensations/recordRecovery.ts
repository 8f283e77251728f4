import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { sumText } from '../../shared/money';
import { invalidInput } from '../../shared/refusals';
import { book } from '../riskSharing/pools';
import { recoveryParts } from '../riskSharing/waterfall';
import { type CompensationChange, loadCompensation, moveCompensation } from './loadCompensation';
import { partsOf } from './queries';
import { type Compensation, type Recovery, recoveries, recoveryShares } from './tables';
import { tellParts } from './tellOfCompensation';
import { watchingStops } from './watchingStops';

export type RecoveryInput = z.input<typeof shape>;

const shape = z.object({
  amountFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  recoveredOn: z.string().transform((text, issue) => {
    const day = parseCalendarDate(text);
    if (day !== null) return day;
    issue.addIssue({
      code: 'custom',
      ...says('recoveredOn.form', '追偿日应为存在的日期。', 'The day of the recovery must exist.'),
    });
    return z.NEVER;
  }),
  note: z
    .string()
    .trim()
    .max(200)
    .nullish()
    .transform(note => note || null),
});

/**
 * Records what was recovered of a compensated loan: it flows back to everybody who paid, in the same shares, pools among them. The
 * scheme takes new business again where this brings it below its stop.
 *
 * Refuses whoever may not, a compensation not yet paid, more than is still open, a day before the payment or after today, and a
 * stale version.
 */
export async function recordRecovery(
  context: ActorContext,
  { input, ...change }: CompensationChange & { readonly input: RecoveryInput },
): Promise<Compensation> {
  const { amountFen, recoveredOn, note } = parseInput(shape, input);
  return context.db.write(async tx => {
    const { compensation, view } = await loadCompensation(tx, context, { ...change, verb: 'recover' });
    return watchingStops(tx, context, view, async () => {
      const moved = await moveCompensation(tx, compensation, 'recover');
      const borne = await partsOf(tx, moved.id);
      const openFen = borne.reduce((sum, { paidFen, recoveredFen }) => sum + paidFen - recoveredFen, 0);
      if (amountFen > openFen) throw aboveOpen(amountFen, openFen);
      if (recoveredOn > context.today || recoveredOn < (moved.paidOn ?? recoveredOn))
        throw wrongDay(recoveredOn, moved.paidOn, context.today);
      const back = recoveryParts(amountFen, borne);
      const recovery: Recovery = {
        id: context.newId(),
        compensationId: moved.id,
        amountFen,
        recoveredOn,
        note,
        recordedAt: context.now,
      };
      await tx.insert(recoveries).values(recovery);
      const parts = borne.map((part, place) => ({ ...part, paidFen: back[place] ?? 0 }));
      await tx
        .insert(recoveryShares)
        .values(parts.map(({ place, paidFen }) => ({ recoveryId: recovery.id, place, amountFen: paidFen })));
      for (const { poolId, paidFen } of parts)
        if (poolId !== null && paidFen > 0)
          await book(tx, context, poolId, {
            kind: 'recovery',
            amountFen: paidFen,
            bookedOn: recoveredOn,
            compensationId: moved.id,
            note,
          });
      await tellParts(tx, context, view, { verb: 'recordRecovery', compensation: moved, parts });
      await record(tx, context, {
        verb: 'recordRecovery',
        subject: { kind: 'compensation', id: moved.id },
        details: { amountFen, recoveredOn, back },
      });
      return moved;
    });
  });
}

const aboveOpen = (amountFen: number, openFen: number) =>
  invalidInput('amountFen', amountFen, 'recovery.aboveOpen', {
    zh: `追回金额不能超过尚未收回的 ${sumText(openFen).zh}。`,
    en: `No more can be recovered than is still open, ${sumText(openFen).en}.`,
  });

const wrongDay = (day: string, paidOn: string | null, today: string) =>
  invalidInput('recoveredOn', day, 'recoveredOn.range', {
    zh: `追偿日应在代偿日 ${paidOn} 与今天 ${today} 之间。`,
    en: `The day of the recovery lies between the payment on ${paidOn} and today, ${today}.`,
  });
