import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ActorContext } from '../../context';
import type { Tx } from '../../database/database';
import { lprQuotesAll } from '../../products/lpr/queries';
import type { CalendarDate } from '../../shared/dates';
import { parseInput } from '../../shared/input';
import { sumText } from '../../shared/money';
import { lprOn } from '../../shared/rate';
import { conflict, invalidInput, notFound } from '../../shared/refusals';
import { lockApplication } from '../applications/moveApplication';
import { payOut, standingOf } from '../deals/disburse';
import type { MatchedTransaction } from '../deals/tables';
import { acceptedOfferOf } from '../offers/queries';
import type { Offer } from '../offers/tables';
import { type LineChange, noteLineStep, takeLine } from './changeLine';
import type { LineView } from './queries';
import { checkLineReason, type GivenLineReason } from './reasons';
import { drawBlockWords } from './standing';
import { type Drawdown, drawdowns } from './tables';

export type DrawdownInput = z.input<typeof shape>;

const shape = z.object({ amountFen: z.int().min(1), termMonths: z.int().min(1).max(360) });

/**
 * The firm asks to draw from its line. Refuses, with the reason that its page shows, a line that cannot be drawn now; more than
 * is available; a term longer than agreed; another's line (as not found), and a stale version.
 */
export async function requestDrawdown(
  context: ActorContext,
  { input, ...change }: LineChange & { readonly input: DrawdownInput },
): Promise<Drawdown> {
  const { amountFen, termMonths } = parseInput(shape, input);
  return context.db.write(async tx => {
    const view = await takeLine(tx, context, change, 'requestDrawdown');
    checkDrawable(view);
    const { availableFen } = view.standing;
    if (amountFen > availableFen) throw overLimit(amountFen, availableFen);
    const offer = await offerOf(tx, change.id);
    if (termMonths > offer.termMonths)
      throw invalidInput('termMonths', termMonths, 'termMonths.agreed', {
        zh: `单笔期限不能超过约定的 ${offer.termMonths} 个月。`,
        en: `A drawdown runs for the agreed ${offer.termMonths} months at most.`,
      });
    const asked: Drawdown = {
      id: context.newId(),
      lineId: change.id,
      number: view.drawdowns.length + 1,
      amountFen,
      termMonths,
      state: 'requested',
      transactionId: null,
      reasonCode: null,
      reasonText: null,
      requestedAt: context.now,
      answeredAt: null,
    };
    await tx.insert(drawdowns).values(asked);
    await noteLineStep(tx, context, view, { verb: 'requestDrawdown', drawdown: asked });
    return asked;
  });
}

function checkDrawable({ standing: { block } }: LineView): void {
  if (block === null) return;
  const { zh, en } = drawBlockWords[block];
  throw conflict({ zh: `现在不能提款：${zh}。`, en: `Nothing can be drawn now: ${en}.` }, { rule: `line.${block}` });
}

const overLimit = (amountFen: number, availableFen: number) =>
  invalidInput('amountFen', amountFen, 'drawdown.overLimit', {
    zh: `可用额度为 ${sumText(availableFen).zh}。`,
    en: `${sumText(availableFen).en} can be drawn.`,
  });

/** Of the drawdowns of a line, the one with this number. */
export type DrawdownChange = LineChange & { readonly number: number };

/**
 * The bank pays a drawdown out: a loan of its own, with its amount and term, at the agreed rate or, priced on the LPR, at that of
 * the day (transitions 20 and 21). Never more than the limit is drawn. Refuses a drawdown that does not wait, a line that cannot
 * be drawn now, a day before it was asked for or after today, another's line (as not found), and a stale version.
 */
export async function payDrawdown(
  context: ActorContext,
  { number, disbursedOn, ...change }: DrawdownChange & { readonly disbursedOn: CalendarDate },
): Promise<MatchedTransaction> {
  const standing = await standingOf(context, change.id, disbursedOn);
  return context.db.write(async tx => {
    const view = await takeLine(tx, context, change, 'payDrawdown');
    const asked = waiting(view, number);
    if (view.standing.block !== 'fullyDrawn') checkDrawable(view);
    if (view.standing.drawnFen + asked.amountFen > view.line.limitFen)
      throw overLimit(asked.amountFen, view.line.limitFen - view.standing.drawnFen);
    const { application } = await lockApplication(tx, change.id);
    const offer = await offerOf(tx, change.id);
    const loan = await payOut(tx, context, {
      application,
      offer: {
        ...offer,
        amountFen: asked.amountFen,
        termMonths: asked.termMonths,
        rateBps: await rateOn(tx, offer, disbursedOn),
      },
      standing,
      disbursement: { disbursedOn, householdCreditFen: null, isAttestedFirst: null },
      from: asked.requestedAt,
    });
    const answered = { state: 'paid' as const, transactionId: loan.id, answeredAt: context.now };
    await tx.update(drawdowns).set(answered).where(eq(drawdowns.id, asked.id));
    await noteLineStep(tx, context, view, { verb: 'payDrawdown', drawdown: asked });
    return loan;
  });
}

/** The rate of a loan paid out on a day: as agreed, or the quotation in force and the agreed spread. */
async function rateOn(tx: Tx, { pricing, rateBps }: Offer, day: CalendarDate): Promise<number> {
  if (pricing.kind === 'fixed') return rateBps;
  const quote = lprOn(day, pricing.tenor, await lprQuotesAll(tx));
  return quote === null ? rateBps : Math.max(0, quote.rateBps + pricing.spreadBps);
}

/** The bank does not pay a drawdown, for a coded reason that the firm reads. Refuses a missing reason, one that does not wait, another's line (as not found), and a stale version. */
export async function declineDrawdown(
  context: ActorContext,
  { number, reasonCode, reasonText, ...change }: DrawdownChange & GivenLineReason,
): Promise<Drawdown> {
  const reason = checkLineReason({ reasonCode, reasonText });
  return context.db.write(async tx => {
    const view = await takeLine(tx, context, change, 'declineDrawdown');
    const asked = waiting(view, number);
    const answered = { state: 'declined' as const, ...reason, answeredAt: context.now };
    await tx
      .update(drawdowns)
      .set(answered)
      .where(and(eq(drawdowns.id, asked.id)));
    await noteLineStep(tx, context, view, { verb: 'declineDrawdown', drawdown: asked, reason });
    return { ...asked, ...answered };
  });
}

function waiting({ drawdowns: all }: LineView, number: number): Drawdown {
  const found = all.find(each => each.number === number);
  if (!found) throw notFound({ zh: '提款', en: 'drawdown' }, String(number));
  if (found.state === 'requested') return found;
  throw conflict(
    { zh: '这笔提款已经答复过。', en: 'This drawdown has been answered already.' },
    { rule: 'drawdown.answered', state: found.state },
  );
}

async function offerOf(tx: Tx, applicationId: string): Promise<Offer> {
  const offer = await acceptedOfferOf(tx, applicationId);
  if (!offer) throw new Error(`a line without its offer: ${applicationId}`);
  return offer;
}
