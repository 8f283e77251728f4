import { z } from 'zod';
import { record } from '../../audit/record';
import type { ActorContext } from '../../context';
import { rowById } from '../../database/rows';
import { parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { notFound, staleVersion } from '../../shared/refusals';
import { mayDeposit } from './access';
import { notHolder } from './openPool';
import { book } from './pools';
import { type CompensationPool, compensationPools } from './tables';
import { poolWord } from './words';

export type DepositInput = z.input<typeof shape>;

const shape = z.object({
  amountFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  bookedOn: z.string().transform((text, issue) => {
    const day = parseCalendarDate(text);
    if (day !== null) return day;
    issue.addIssue({ code: 'custom', ...says('bookedOn.form', '入账日应为存在的日期。', 'The day of booking must exist.') });
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
 * Books money that was paid into a pool. Refuses a pool that there is not, whoever does not hold it, an amount of nothing, and a
 * stale version: the same deposit sent twice is booked once.
 */
export async function depositIntoPool(
  context: ActorContext,
  { id, version, input }: { readonly id: string; readonly version: number; readonly input: DepositInput },
): Promise<CompensationPool> {
  const deposit = parseInput(shape, input);
  return context.db.write(async tx => {
    const pool = await rowById(tx, compensationPools, id);
    if (!pool) throw notFound(poolWord, id);
    if (!mayDeposit(context.actor, pool)) throw notHolder();
    if (pool.version !== version) throw staleVersion(poolWord, version, pool.version);
    const { number } = await book(tx, context, id, { ...deposit, kind: 'deposit' });
    await record(tx, context, { verb: 'depositIntoPool', subject: { kind: 'pool', id }, details: { ...deposit, number } });
    return { ...pool, version: version + 1 };
  });
}
