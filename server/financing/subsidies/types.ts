import { Field, ID, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { CalendarDateScalar, Money } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import { type SupportUnknown, supportUnknowns } from './entitlements';
import type { Support } from './support';

export const SupportUnknownWord = choiceOf(
  'SupportUnknown',
  supportUnknowns,
  'region: where the firm is registered; otherConditions: what only the department decides.',
);

@ObjectType('SupportLine', { description: 'A policy that pays on the loan, or may.' })
class SupportLineType {
  @Field(() => ID)
  policyId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  source!: string;

  @Field(() => [SupportUnknownWord], { description: 'Empty: it pays. Otherwise what is open of whether it does.' })
  unknowns!: readonly SupportUnknown[];

  @Field(() => String, { nullable: true, description: 'What only the department can decide.' })
  otherConditions!: string | null;

  @Field(() => Money, { description: 'Over the whole loan; where something is open, what it would come to.' })
  amountFen!: number;

  @Field(() => CalendarDateScalar, { description: 'The first day on which it comes.' })
  firstOn!: CalendarDate;

  @Field(() => CalendarDateScalar)
  lastOn!: CalendarDate;
}

@ObjectType('OfferSupport', {
  description: 'What public money does to the cost of an offer. What is unknown counts for nothing.',
})
export class OfferSupportType {
  @Field(() => [SupportLineType])
  lines!: readonly SupportLineType[];

  @Field(() => Int, {
    nullable: true,
    description: 'The annualised rate (IRR) net of what is known to be paid, in millionths; null where nothing is.',
  })
  netAnnualisedRatePpm!: number | null;

  @Field(() => Int, { nullable: true, description: 'The total of the cost sheet net of it, in millionths.' })
  netTotalRatePpm!: number | null;
}

export const supportShape = ({ entitlements, costSheet, netAnnualisedRatePpm }: Support): OfferSupportType => ({
  lines: entitlements.map(({ policy, unknowns, subsidy: { payments } }) => ({
    policyId: policy.id,
    name: policy.name,
    source: policy.source,
    unknowns,
    otherConditions: policy.otherConditions,
    amountFen: payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
    firstOn: payments[0]?.on ?? policy.validFrom,
    lastOn: payments.at(-1)?.on ?? policy.validFrom,
  })),
  netAnnualisedRatePpm,
  netTotalRatePpm: netAnnualisedRatePpm === null ? null : costSheet.netRatePpm,
});
