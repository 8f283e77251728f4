import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../matching/attributes';
import { PurposeWord, RepaymentMethodWord, SecurityKindWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { Instant } from '../../shared/dates';
import { DemandStateWord } from '../words';
import { canSeeDemand, demandStateOf, verbsOnDemand } from './access';
import type { DemandInput } from './demandRequest';
import type { DemandState } from './lifecycle';
import type { DemandFilter, DemandView } from './queries';

@ObjectType('FinancingDemand', { description: 'What a firm wants to borrow; a bank reads it with an application to it.' })
export class DemandType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'To its own firm only: it grows with every bank that is asked.' })
  version!: number | null;

  @Field(() => ID)
  enterpriseId!: string;

  @Field(() => DemandStateWord, { nullable: true, description: 'To its own firm only: it tells how other banks stand.' })
  state!: DemandState | null;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => PurposeWord)
  purpose!: Purpose;

  @Field(() => [SecurityKindWord], { description: 'What the firm can give; empty: nothing.' })
  securities!: readonly SecurityKind[];

  @Field(() => Rate, { nullable: true })
  highestRateBps!: number | null;

  @Field(() => [RepaymentMethodWord], { description: 'Empty: any will do.' })
  repaymentMethods!: readonly RepaymentMethod[];

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'To its own firm only.' })
  closedAt!: Instant | null;

  @Field(() => Int, { nullable: true, description: 'To its own firm only.' })
  applicationCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Offers that wait for an answer; to its own firm only.' })
  openOfferCount!: number | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A demand as `actor` is shown it: which banks were asked, and how they stand, is its firm's own affair. */
export function demandShape(actor: Actor, { demand, course }: DemandView): DemandType {
  const isOwn = canSeeDemand(actor, demand);
  return {
    ...demand,
    version: isOwn ? demand.version : null,
    state: isOwn ? demandStateOf(demand, course) : null,
    closedAt: isOwn ? demand.closedAt : null,
    applicationCount: isOwn ? course.applications : null,
    openOfferCount: isOwn ? course.openOffers : null,
    allowedVerbs: verbsOnDemand(actor, demand, course),
  };
}

export const DemandPage = pageOf(DemandType, 'FinancingDemand');

@InputType('DemandFilter')
class DemandFilterInput implements DemandFilter {
  @Field(() => DemandStateWord, { nullable: true })
  state?: DemandState | null;
}

@InputType()
export class DemandListInput extends ListInput {
  @Field(() => DemandFilterInput, { nullable: true })
  filter?: DemandFilterInput | null;
}

@InputType('DemandInput')
export class DemandInputType implements DemandInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => PurposeWord)
  purpose!: Purpose;

  @Field(() => [SecurityKindWord], { description: 'What the firm can give; empty: nothing.' })
  securities!: SecurityKind[];

  @Field(() => Rate, { nullable: true, description: 'The highest annual rate it would pay.' })
  highestRateBps?: number | null;

  @Field(() => [RepaymentMethodWord], { nullable: true, description: 'Any will do when left out.' })
  repaymentMethods?: RepaymentMethod[] | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
