import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../matching/attributes';
import { PurposeWord, RepaymentMethodWord, SecurityKindWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import { DemandRouteWord, DemandStateWord } from '../words';
import { canSeeDemand, demandStateOf, placesLeft, restFenOf, verbsOnDemand } from './access';
import type { DemandInput } from './demandRequest';
import type { DemandState } from './lifecycle';
import type { DemandFilter, DemandView } from './queries';
import type { DemandRoute } from './routes';

@ObjectType('FinancingDemand', { description: 'What a firm wants to borrow; a bank reads it with an application to it.' })
export class DemandType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'To its own firm only: it grows with every bank that is asked.' })
  version!: number | null;

  @Field(() => ID, { nullable: true, description: 'To its own firm only: whose it is, an application says.' })
  enterpriseId!: string | null;

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

  @Field(() => String, { nullable: true, description: 'To a bank once it knows whose demand it is.' })
  note!: string | null;

  @Field(() => DemandRouteWord)
  route!: DemandRoute;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on the market.' })
  validUntil!: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Of an auction: the last day for offers.' })
  offersUntil!: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: 'With how many lenders the firm deals; to its own firm only.' })
  lendersMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many more it would deal with; to its own firm only.' })
  placesLeft!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'It may go on where a bank refuses or is silent; to its own firm only.' })
  allowsSecondLook!: boolean | null;

  @Field(() => Money, { nullable: true, description: 'Neither lent nor promised by an accepted offer; to its own firm only.' })
  restFen!: number | null;

  @Field(() => Money, { nullable: true, description: 'Paid out; to its own firm only.' })
  lentFen!: number | null;

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

type Reader = {
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** A bank that has yet to learn whose demand it is reads none of the firm's own words. */
  readonly knowsWhose?: boolean;
};

/** A demand as `actor` is shown it: which banks were asked, and how they stand, is its firm's own affair. */
export function demandShape({ actor, today, knowsWhose = true }: Reader, { demand, course }: DemandView): DemandType {
  const isOwn = canSeeDemand(actor, demand);
  const own = <Value>(value: Value): Value | null => (isOwn ? value : null);
  return {
    ...demand,
    version: own(demand.version),
    enterpriseId: own(demand.enterpriseId),
    note: isOwn || knowsWhose ? demand.note : null,
    state: own(demandStateOf(demand, course)),
    lendersMax: own(demand.lendersMax),
    placesLeft: own(placesLeft(demand, course)),
    allowsSecondLook: own(demand.allowsSecondLook),
    restFen: own(restFenOf(demand, course)),
    lentFen: own(course.lentFen),
    closedAt: own(demand.closedAt),
    applicationCount: own(course.applications),
    openOfferCount: own(course.openOffers),
    allowedVerbs: verbsOnDemand(actor, demand, course, today),
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

  @Field(() => DemandRouteWord, { nullable: true, description: 'direct when left out.' })
  route?: DemandRoute | null;

  @Field(() => Int, { nullable: true, description: 'With how many lenders at a time the firm will deal; 3 when left out.' })
  lendersMax?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'If a bank refuses or is silent, it may go on to others with its file.' })
  allowsSecondLook?: boolean | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on the market; not of a direct demand.' })
  validUntil?: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Of an auction: the last day for offers.' })
  offersUntil?: CalendarDate | null;
}
