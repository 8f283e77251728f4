import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../matching/attributes';
import type { PromisedDays } from '../../products/terms';
import { PromisedDaysType } from '../../products/termTypes';
import { PurposeWord, RepaymentMethodWord, SecurityKindWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import { industryByCode, industryName } from '../../shared/industries';
import { regionName } from '../../shared/regions';
import type { Text } from '../../shared/text';
import { stateOn } from '../applications/access';
import type { ApplicationState } from '../applications/lifecycle';
import type { Application } from '../applications/tables';
import { demandStateOf, isOnMarket, placesLeft, restFenOf } from '../demands/access';
import type { DemandState } from '../demands/lifecycle';
import type { DemandRoute } from '../demands/routes';
import type { Speed } from '../matches/ranking/standings';
import { SpeedType } from '../matches/ranking/types';
import { VerdictWord } from '../matches/types';
import { ApplicationStateWord, DemandRouteWord, DemandStateWord } from '../words';
import { mayDispatch, mayGrab } from './access';
import type { DispatchDemand } from './dispatch';
import type { Fit, RankedFit } from './fits';
import type { MarketDemand, MarketFilter } from './openDemands';

@ObjectType('DemandFit', { description: 'A product in force that a demand fits.' })
export class DemandFitType {
  @Field(() => ID)
  productId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => VerdictWord, {
    description: 'eligible, or possible: something cannot be told from what the firm lets be matched.',
  })
  verdict!: Fit['verdict'];

  @Field(() => ID)
  institutionId!: string;

  @Field(() => String)
  institution!: string;
}

export const fitShape = ({ productId, name, verdict, institution }: Fit): DemandFitType => ({
  productId,
  name,
  verdict,
  institutionId: institution.id,
  institution: institution.name,
});

@ObjectType('DispatchSuggestion', { description: 'An institution that a demand may go to, by its product that fits best.' })
export class DispatchSuggestionType extends DemandFitType {
  @Field(() => Rate, { nullable: true, description: 'The published annual rate; null where none is.' })
  rateBpsMin!: number | null;

  @Field(() => Rate, { nullable: true })
  rateBpsMax!: number | null;

  @Field(() => PromisedDaysType, { nullable: true, description: 'Working days promised for each step.' })
  promisedDays!: PromisedDays | null;

  @Field(() => SpeedType, { nullable: true, description: 'How soon it decides; null where nothing is measured or promised.' })
  speed!: Speed | null;
}

export const suggestionShape = ({ loan, speed, ...fit }: RankedFit): DispatchSuggestionType => ({
  ...fitShape(fit),
  rateBpsMin: loan?.rateBpsMin ?? null,
  rateBpsMax: loan?.rateBpsMax ?? null,
  promisedDays: loan?.promisedDays ?? null,
  speed,
});

@ObjectType('MarketDemand', { description: 'An open demand as a bank sees it: what is asked, never whose it is.' })
export class MarketDemandType {
  @Field(() => ID)
  id!: string;

  @Field(() => DemandRouteWord)
  route!: DemandRoute;

  @Field(() => Money, { description: 'What is open of the sum.' })
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

  @Field(() => TextType, { nullable: true, description: 'The county.' })
  region!: Text | null;

  @Field(() => TextType, {
    nullable: true,
    description: 'The section of GB/T 4754-2017: a class would tell a firm in a small county.',
  })
  industry!: Text | null;

  @Field(() => String, { nullable: true, description: 'LARGE, MEDIUM, SMALL, MICRO or NOT_APPLICABLE; null where not known.' })
  sizeClass!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => CalendarDateScalar, { nullable: true })
  validUntil!: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Of an auction: the last day for offers.' })
  offersUntil!: CalendarDate | null;

  @Field(() => Int, { description: 'How many more banks the firm will deal with.' })
  placesLeft!: number;

  @Field(() => [DemandFitType], { description: "Your bank's products that it fits." })
  fits!: readonly DemandFitType[];

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const marketDemandShape = (actor: Actor, { demand, fits, restFen, ...seen }: MarketDemand): MarketDemandType => ({
  id: demand.id,
  route: demand.route,
  amountFen: restFen,
  termMonths: demand.termMonths,
  purpose: demand.purpose,
  securities: demand.securities,
  highestRateBps: demand.highestRateBps,
  repaymentMethods: demand.repaymentMethods,
  region: seen.countyCode === null ? null : regionName(seen.countyCode),
  industry: sectionOf(seen.industryCode),
  sizeClass: seen.sizeClass,
  createdAt: demand.createdAt,
  validUntil: demand.validUntil,
  offersUntil: demand.offersUntil,
  placesLeft: seen.placesLeft,
  fits: fits.map(fitShape),
  allowedVerbs: mayGrab(actor) ? ['grabDemand'] : [],
});

function sectionOf(industryCode: string | null): Text | null {
  const section = industryCode === null ? undefined : industryByCode(industryCode)?.section;
  return section === undefined ? null : industryName(section);
}

export const MarketDemandPage = pageOf(MarketDemandType, 'MarketDemand');

@InputType('MarketFilter')
class MarketFilterInput implements MarketFilter {
  @Field(() => DemandRouteWord, { nullable: true })
  route?: DemandRoute | null;

  @Field(() => PurposeWord, { nullable: true })
  purpose?: Purpose | null;

  @Field(() => String, { nullable: true, description: 'A division (GB/T 2260); demands of firms below it are found too.' })
  regionCode?: string | null;

  @Field(() => Money, { nullable: true })
  amountFenMin?: number | null;

  @Field(() => Money, { nullable: true })
  amountFenMax?: number | null;
}

@InputType()
export class MarketListInput extends ListInput {
  @Field(() => MarketFilterInput, { nullable: true })
  filter?: MarketFilterInput | null;
}

@ObjectType('Invitation', { description: 'A bank that a demand has been brought to, and how that stands.' })
export class InvitationType {
  /** What the bank is found by. */
  record!: Application;

  @Field(() => ID)
  id!: string;

  @Field(() => ApplicationStateWord)
  state!: ApplicationState;

  @Field(() => InstantScalar)
  invitedAt!: Instant;

  @Field(() => Boolean, { description: 'It went on to this bank because another refused or was silent.' })
  isPassedOn!: boolean;
}

@ObjectType('DispatchDemand', { description: 'A demand that the operator or a department brings to banks.' })
export class DispatchDemandType {
  /** What the nested fields are found by. */
  record!: DispatchDemand;

  @Field(() => ID)
  id!: string;

  @Field(() => DemandStateWord)
  state!: DemandState;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Money)
  restFen!: number;

  @Field(() => Int)
  termMonths!: number;

  @Field(() => PurposeWord)
  purpose!: Purpose;

  @Field(() => [SecurityKindWord])
  securities!: readonly SecurityKind[];

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => CalendarDateScalar, { nullable: true })
  validUntil!: CalendarDate | null;

  @Field(() => Int)
  lendersMax!: number;

  @Field(() => Int)
  placesLeft!: number;

  @Field(() => Boolean)
  allowsSecondLook!: boolean;

  @Field(() => [InvitationType])
  invitations!: readonly InvitationType[];

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

/** A demand to be dispatched as the operator and departments are shown it: the firm has put it into their hands. */
export function dispatchDemandShape(
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
  view: DispatchDemand,
): DispatchDemandType {
  const { demand, course, applications } = view;
  return {
    ...demand,
    record: view,
    state: demandStateOf(demand, course),
    restFen: restFenOf(demand, course),
    placesLeft: placesLeft(demand, course),
    invitations: applications.map(application => ({
      record: application,
      id: application.id,
      state: stateOn(application, today),
      invitedAt: application.submittedAt,
      isPassedOn: application.followsId !== null,
    })),
    allowedVerbs: mayDispatch(actor) && isOnMarket(demand, course, today) ? ['inviteInstitutions'] : [],
  };
}

export const DispatchDemandPage = pageOf(DispatchDemandType, 'DispatchDemand');

@InputType()
export class DispatchListInput extends ListInput {}
