import { z } from 'zod';
import { record } from '../../audit/record';
import { noteChange } from '../../changes/noteChange';
import type { ActorContext } from '../../context';
import { isUniqueViolation } from '../../database/problems';
import { calendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { lprTenors } from '../../shared/rate';
import { conflict, invalidInput } from '../../shared/refusals';
import { type LprQuote, lprQuotes } from '../tables';

const shape = z.object({
  publishedOn: z
    .string()
    .refine(
      day => parseCalendarDate(day) !== null,
      says('publishedOn.date', '请填写存在的日期，写作 YYYY-MM-DD。', 'Give an existing day, written YYYY-MM-DD.'),
    )
    .transform(calendarDate),
  tenor: z.enum(lprTenors),
  /** 0.05 % steps: the funding centre rounds to them, so anything else is a slip of the hand. */
  rateBps: z
    .number()
    .int()
    .min(5)
    .max(2000)
    .refine(
      bps => bps % 5 === 0,
      says('rateBps.step', 'LPR 以 0.05 个百分点为步长，请核对。', 'The LPR moves in steps of 0.05 %: check the figure.'),
    ),
  source: z.string().trim().min(2).max(200),
});

export type RecordLprQuoteInput = z.input<typeof shape>;

/**
 * Adds one published loan prime rate; the resolver lets only the operator in. Rates in basis points. Refuses a day in
 * the future, a rate that cannot be, and a second quotation for the same day and tenor.
 */
export async function recordLprQuote(context: ActorContext, input: RecordLprQuoteInput): Promise<LprQuote> {
  const given = parseInput(shape, input);
  if (given.publishedOn > context.today)
    throw invalidInput('publishedOn', given.publishedOn, 'publishedOn.future', {
      zh: '公布日不能晚于今天：请在 LPR 公布后登记。',
      en: 'The day of publication cannot be after today: record the rate once it is published.',
    });
  const quote: LprQuote = { id: context.newId(), ...given };
  try {
    await context.db.write(async tx => {
      await tx.insert(lprQuotes).values(quote);
      noteChange(tx, context, 'products', quote.id);
      await record(tx, context, {
        verb: 'recordLprQuote',
        subject: { kind: 'lprQuote', id: quote.id },
        details: { ...given },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      {
        zh: `${given.publishedOn} 的该期限 LPR 已登记，不能重复登记。`,
        en: `The rate of ${given.publishedOn} for this tenor is already recorded.`,
      },
      { field: 'publishedOn', value: given.publishedOn, rule: 'lpr.unique' },
    );
  }
  return quote;
}
