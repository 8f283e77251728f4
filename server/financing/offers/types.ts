import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { RepaymentMethod, SecurityKind } from '../../matching/attributes';
import { FeeInputType, FeeType } from '../../products/termTypes';
import type { Repricing } from '../../products/vocabulary';
import { PricingKindWord, RepaymentMethodWord, RepricingWord, SecurityKindWord } from '../../products/words';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { LprTenor } from '../../shared/rate';
import type { Application } from '../applications/tables';
import type { CostSheet } from '../cost/costSheet';
import type { DayBasis } from '../repayment/dayCount';
import type { RepaymentSchedule } from '../repayment/schedule';
import { OfferStateWord } from '../words';
import { offerStateOn } from './access';
import type { OfferState } from './lifecycle';
import type { OfferInput } from './offerTerms';
import type { OfferPreview } from './previewOffer';
import type { OfferPricing } from './pricing';
import { CostSheetType, RepaymentScheduleType } from './scheduleTypes';
import type { Offer, PlannedPrincipal } from './tables';

@ObjectType('OfferPricing')
export class OfferPricingType {
  @Field(() => PricingKindWord)
  kind!: OfferPricing['kind'];

  @Field(() => String, { nullable: true, description: 'LPR pricing: 1Y or 5Y.' })
  tenor!: LprTenor | null;

  @Field(() => Rate, { nullable: true, description: 'LPR pricing: basis points above the quotation, negative below it.' })
  spreadBps!: number | null;

  @Field(() => RepricingWord, { nullable: true })
  repricing!: Repricing | null;

  @Field(() => Rate, { nullable: true })
  lprRateBps!: number | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  lprPublishedOn!: CalendarDate | null;
}

@ObjectType('PlannedPrincipal', { description: 'A part of the principal, due whole months after disbursement.' })
export class PlannedPrincipalType implements PlannedPrincipal {
  @Field(() => Int)
  afterMonths!: number;

  @Field(() => Money)
  principalFen!: number;
}

@ObjectType('Offer', { description: "A bank's binding offer; its terms never change." })
export class OfferType {
  /** What the computed fields are computed from. */
  record!: Offer;

  /** The application that it is an offer on. */
  over!: Application;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  applicationId!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => OfferStateWord)
  state!: OfferState;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn.' })
  stateReason!: string | null;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => Rate, { description: 'The agreed annual rate.' })
  rateBps!: number;

  @Field(() => OfferPricingType)
  pricing!: OfferPricingType;

  @Field(() => RepaymentMethodWord)
  repaymentMethod!: RepaymentMethod;

  @Field(() => Int, { nullable: true, description: 'Day of the month; null: that of the disbursement.' })
  dueDay!: number | null;

  @Field(() => [PlannedPrincipalType], { nullable: true })
  plan!: readonly PlannedPrincipal[] | null;

  @Field(() => String, { description: 'ACT/360, ACT/365 or 30/360.' })
  dayBasis!: DayBasis;

  @Field(() => [SecurityKindWord], { description: 'Empty: unsecured.' })
  securities!: readonly SecurityKind[];

  @Field(() => [FeeType])
  fees!: Offer['fees'];

  @Field(() => ID, { nullable: true, description: 'The terms of the risk-sharing scheme that it is made under.' })
  schemeTermsId!: string | null;

  @Field(() => String, { nullable: true, description: 'What must be met before the money is paid out.' })
  conditions!: string | null;

  @Field(() => CalendarDateScalar, { description: 'The day of disbursement that the figures assume.' })
  reckonedOn!: CalendarDate;

  @Field(() => Rate, { description: 'All cost in, compound by the month (IRR), a year: i × 12.' })
  annualisedRateBps!: number;

  @Field(() => Rate, { description: 'The same as an effective rate: (1+i)^12 − 1.' })
  effectiveRateBps!: number;

  @Field(() => Money)
  totalInterestFen!: number;

  @Field(() => Money, { description: 'Fees that the firm pays.' })
  totalFeesFen!: number;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it can be accepted.' })
  validUntil!: CalendarDate;

  @Field(() => String, { description: 'SHA-256 of the terms.' })
  termsHash!: string;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;
}

/** An offer as it is shown on a day to a party of its application. */
export const offerShape = (today: CalendarDate, application: Application, offer: Offer): OfferType => ({
  ...offer,
  record: offer,
  over: application,
  state: offerStateOn(offer, today),
  pricing: { ...unpriced, ...offer.pricing },
});

const unpriced = { tenor: null, spreadBps: null, repricing: null, lprRateBps: null, lprPublishedOn: null };

@ObjectType('OfferPreview', { description: 'What an offer would cost if it were disbursed today.' })
export class OfferPreviewType implements Omit<OfferPreview, 'schedule' | 'costSheet'> {
  @Field(() => Rate)
  rateBps!: number;

  @Field(() => Rate)
  annualisedRateBps!: number;

  @Field(() => Rate)
  effectiveRateBps!: number;

  @Field(() => Money)
  totalInterestFen!: number;

  @Field(() => Money)
  totalFeesFen!: number;

  @Field(() => RepaymentScheduleType)
  schedule!: RepaymentSchedule;

  @Field(() => CostSheetType)
  costSheet!: CostSheet;
}

@InputType('OfferPricingInput')
class OfferPricingInputType {
  @Field(() => PricingKindWord)
  kind!: OfferPricing['kind'];

  @Field(() => Rate, { nullable: true, description: 'Fixed pricing: the annual rate.' })
  rateBps?: number | null;

  @Field(() => String, { nullable: true, description: 'LPR pricing: 1Y or 5Y.' })
  tenor?: LprTenor | null;

  @Field(() => Rate, { nullable: true, description: 'LPR pricing: basis points above the quotation, negative below it.' })
  spreadBps?: number | null;

  @Field(() => RepricingWord, { nullable: true })
  repricing?: Repricing | null;
}

@InputType('PlannedPrincipalInput')
class PlannedPrincipalInputType implements PlannedPrincipal {
  @Field(() => Int)
  afterMonths!: number;

  @Field(() => Money)
  principalFen!: number;
}

@InputType('OfferInput')
export class OfferInputType {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => OfferPricingInputType)
  pricing!: OfferPricingInputType;

  @Field(() => RepaymentMethodWord)
  repaymentMethod!: RepaymentMethod;

  @Field(() => Int, { nullable: true, description: 'Methods that pay every month: the day; left out, that of the disbursement.' })
  dueDay?: number | null;

  @Field(() => [PlannedPrincipalInputType], { nullable: true, description: 'Repayment by an agreed schedule, and no other.' })
  plan?: PlannedPrincipalInputType[] | null;

  @Field(() => String, { description: 'ACT/360, ACT/365 or 30/360.' })
  dayBasis!: DayBasis;

  @Field(() => [SecurityKindWord], { description: 'Empty: unsecured.' })
  securities!: SecurityKind[];

  @Field(() => [FeeInputType], { nullable: true })
  fees?: FeeInputType[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The terms in force of a risk-sharing scheme: its fee and premium come into the cost by themselves.',
  })
  schemeTermsId?: string | null;

  @Field(() => String, { nullable: true, description: 'What must be met before the money is paid out.' })
  conditions?: string | null;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it can be accepted, at most 90 days from today.' })
  validUntil!: CalendarDate;
}

/** What the command takes; it checks that the pricing is whole. */
export const offerInput = (input: OfferInputType): OfferInput => input as OfferInput;
