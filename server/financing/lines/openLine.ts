import { z } from 'zod';
import type { ActorContext } from '../../context';
import { addMonths, type CalendarDate, parseCalendarDate } from '../../shared/dates';
import { parseInput, says } from '../../shared/input';
import { conflict, invalidInput } from '../../shared/refusals';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { acceptedOfferOf } from '../offers/queries';
import { creditLines } from './tables';

export type OpenLineInput = z.input<typeof shape>;

const shape = z.object({
  isRevolving: z.boolean(),
  validUntil: z
    .string()
    .refine(
      text => parseCalendarDate(text) !== null,
      says('validUntil.form', '有效期应为存在的日期，写作 2027-11-23。', 'The last day is written like 2027-11-23.'),
    )
    .transform(text => text as CalendarDate),
  conditions: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(text => text || null),
});

/**
 * The bank opens the limit of a signed contract to be drawn in parts instead of paying all of it out at once (transition 20):
 * revolving or not, until a day within the agreed term. Refuses a day before today or beyond the term, a state without a signed
 * contract, a guaranteed loan, an agreed plan of repayments, another's application, and a stale version.
 */
export async function openLine(
  context: ActorContext,
  { input, ...change }: ApplicationChange & { readonly input: OpenLineInput },
): Promise<Application> {
  const { isRevolving, validUntil, conditions } = parseInput(shape, input);
  const { today, now } = context;
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'openLine' });
    if (locked.application.state === 'signed' && locked.application.needsGuarantee) throw guaranteed();
    const opened = await moveApplication(tx, context, locked, {
      verb: 'openLine',
      details: { isRevolving, validUntil, conditions },
    });
    const offer = await acceptedOfferOf(tx, change.id);
    if (!offer) throw new Error(`a signed application without its offer: ${change.id}`);
    const last = addMonths(today, offer.termMonths);
    if (validUntil < today || validUntil > last)
      throw invalidInput('validUntil', validUntil, 'validUntil.withinTerm', {
        zh: `额度有效期应在今天 ${today} 与约定期限 ${last} 之间。`,
        en: `The line is valid until a day between today, ${today}, and the end of the agreed term, ${last}.`,
      });
    if (offer.repaymentMethod === 'SCHEDULED')
      throw invalidInput('isRevolving', isRevolving, 'line.ofAgreedPlan', {
        zh: '按约定计划还款的贷款须一次放款，不能分次提款。',
        en: 'A loan repaid by an agreed plan is paid out at once: it cannot be drawn in parts.',
      });
    const { enterpriseId, institutionId } = opened;
    await tx.insert(creditLines).values({
      id: change.id,
      enterpriseId,
      institutionId,
      limitFen: offer.amountFen,
      isRevolving,
      validUntil,
      conditions,
      conditionsMetAt: null,
      state: 'active',
      reasonCode: null,
      reasonText: null,
      openedAt: now,
      version: 1,
    });
    return opened;
  });
}

/** A guarantee is given, claimed and compensated for one loan. */
const guaranteed = () =>
  conflict(
    {
      zh: '有担保的贷款须一次放款：担保和代偿针对一笔贷款，不能分次提款。',
      en: 'A guaranteed loan is paid out at once: it is guaranteed and compensated as one loan, and cannot be drawn in parts.',
    },
    { rule: 'line.guaranteed' },
  );
