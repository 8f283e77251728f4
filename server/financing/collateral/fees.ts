import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../database/database';
import type { Fen } from '../../shared/money';
import { sumText } from '../../shared/money';
import { conflict, invalidInput } from '../../shared/refusals';
import type { OfferTerms } from '../offers/offerTerms';
import { type Offer, offers } from '../offers/tables';
import { type Collateral, collaterals } from './tables';

type FeeOfPledge = 'appraisal' | 'registration';

const charged: Readonly<Record<FeeOfPledge, (collateral: Collateral) => Fen>> = {
  appraisal: ({ appraisalFeeFen }) => appraisalFeeFen,
  registration: ({ registrationFeeFen }) => registrationFeeFen,
};

/**
 * Holds an offer on an application with collateral to saying, before anybody accepts it, what the appraisal and the registration
 * cost and who pays: a line for each in its cost sheet, nothing included, and no less than the firm was charged already.
 */
export async function checkFeesOfPledge(
  read: Reader,
  applicationId: string,
  terms: Pick<OfferTerms, 'fees' | 'amountFen'>,
): Promise<void> {
  const pledged = await read.select().from(collaterals).where(eq(collaterals.applicationId, applicationId));
  if (pledged.length === 0) return;
  for (const kind of ['appraisal', 'registration'] as const) {
    const lines = terms.fees.filter(fee => fee.kind === kind);
    if (lines.length === 0) throw unsaid(kind);
    const already = pledged.map(charged[kind]).reduce((sum, fen) => sum + fen, 0);
    if (statedFen(terms, kind) < already) throw lessThanCharged(kind, already);
  }
}

/** Refuses a fee of the firm's that its cost sheet did not say before it accepted: nothing is added afterwards. */
export async function checkFeeWasSaid(
  read: Reader,
  { id, applicationId }: Pick<Collateral, 'id' | 'applicationId'>,
  kind: FeeOfPledge,
  feeFen: Fen,
): Promise<void> {
  if (feeFen === 0) return;
  const [binding] = await read
    .select()
    .from(offers)
    .where(and(eq(offers.applicationId, applicationId), inArray(offers.state, ['open', 'accepted'])));
  if (!binding) return;
  const pledged = await read.select().from(collaterals).where(eq(collaterals.applicationId, applicationId));
  const others = pledged.filter(each => each.id !== id).map(charged[kind]);
  const mostFen = statedFen(binding, kind) - others.reduce((sum, fen) => sum + fen, 0);
  if (feeFen > mostFen) throw notSaid(kind, Math.max(0, mostFen));
}

/** What the firm pays of one kind by a cost sheet. */
const statedFen = ({ fees, amountFen }: Pick<Offer, 'fees' | 'amountFen'>, kind: FeeOfPledge): Fen =>
  fees
    .filter(fee => fee.kind === kind && fee.paidBy === 'enterprise')
    .reduce((sum, fee) => sum + (fee.amountFen ?? Math.round((amountFen * (fee.rateBps ?? 0)) / 10_000)), 0);

const names = {
  appraisal: { zh: '评估费', en: 'appraisal fee' },
  registration: { zh: '抵质押登记费', en: 'registration fee' },
} as const;

const unsaid = (kind: FeeOfPledge) =>
  invalidInput('fees', kind, 'fees.ofPledge', {
    zh: `该申请有抵质押物，请在费用中写明${names[kind].zh}及承担方；没有的填 0 元。`,
    en: `This application has collateral: state the ${names[kind].en} and who pays it, 0 where there is none.`,
  });

const lessThanCharged = (kind: FeeOfPledge, alreadyFen: Fen) =>
  invalidInput('fees', kind, 'fees.belowCharged', {
    zh: `企业已被收取${names[kind].zh} ${sumText(alreadyFen).zh}，报价应如实列明。`,
    en: `The firm was charged a ${names[kind].en} of ${sumText(alreadyFen).en} already: the offer has to show it.`,
  });

const notSaid = (kind: FeeOfPledge, mostFen: Fen) =>
  conflict(
    {
      zh: `报价的贷款明白纸只列了${names[kind].zh} ${sumText(mostFen).zh}，不能再向企业多收。`,
      en: `The cost sheet of the offer says a ${names[kind].en} of ${sumText(mostFen).en}: the firm cannot be charged more.`,
    },
    { rule: 'fees.notSaid', kind, mostFen },
  );
