import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Measured, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { ProductLabel } from '../../products/vocabulary';
import { ProductLabelWord } from '../../products/words';
import type { Actor } from '../../shared/actor';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { verbsOnScheme } from './access';
import { PartyRoleWord, PoolEntryKindWord, SchemeStateWord, StopUnitWord, StopWord } from './choices';
import type { DepositInput } from './depositIntoPool';
import type { ExamplePart } from './example';
import type { SchemeState } from './lifecycle';
import type { PoolInput } from './openPool';
import type { SchemeInput } from './readScheme';
import type { PartyRole, Share } from './shares';
import type { CapitalInput } from './stateCapital';
import type { Stop, StopFinding } from './stopLoss';
import type {
  CompensationPool,
  GuarantorCapital,
  PoolEntry,
  PoolEntryKind,
  RiskSharingScheme,
  SchemeParty,
  SchemeTerms,
} from './tables';
import type { SchemeTemplate } from './templates';

@ObjectType('SchemeShare')
export class ShareType implements Share {
  @Field(() => PartyRoleWord)
  role!: PartyRole;

  @Field(() => Rate, { description: 'Of the loss, in basis points.' })
  shareBps!: number;
}

@ObjectType('SchemeTemplate', { description: 'A scheme in use that a new one may start from.' })
export class SchemeTemplateType implements SchemeTemplate {
  @Field(() => String)
  code!: string;

  @Field(() => TextType)
  name!: Text;

  @Field(() => TextType, { description: 'Where its shares come from.' })
  source!: Text;

  @Field(() => [ShareType])
  parties!: readonly Share[];
}

@ObjectType('SchemeParty', { description: 'Who bears which part of a loss.' })
export class SchemePartyType implements Omit<SchemeParty, 'termsId'> {
  @Field(() => Int)
  place!: number;

  @Field(() => PartyRoleWord)
  role!: PartyRole;

  @Field(() => ID, { nullable: true, description: 'Null: the bank or firm of each loan, or a party outside the platform.' })
  organisationId!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The pool that its share is paid out of.' })
  poolId!: string | null;

  @Field(() => Rate)
  shareBps!: number;
}

@ObjectType('SchemeExamplePart', { description: 'What one pays of a loss of 1,000,000 yuan.' })
export class ExamplePartType implements ExamplePart {
  @Field(() => PartyRoleWord, { nullable: true, description: 'Null: the first-loss pool.' })
  role!: PartyRole | null;

  @Field(() => String)
  name!: string;

  @Field(() => Money)
  paidFen!: number;
}

@ObjectType('SchemeTerms', { description: 'One version of what a scheme has agreed.' })
export class SchemeTermsType implements Omit<SchemeTerms, 'schemeId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => [SchemePartyType])
  parties!: readonly SchemeParty[];

  @Field(() => [ExamplePartType], { description: 'Who pays what of a loss of 1,000,000 yuan.' })
  example!: readonly ExamplePart[];

  @Field(() => ID, { nullable: true })
  firstLossPoolId!: string | null;

  @Field(() => Rate, { nullable: true, description: 'The part of a loss that the first-loss pool takes.' })
  firstLossRateBps!: number | null;

  @Field(() => Money, { nullable: true, description: 'At most, of one loss.' })
  firstLossCapFen!: number | null;

  @Field(() => Money, { nullable: true, description: 'Overdue and compensated money at which new business stops.' })
  stopLossFen!: number | null;

  @Field(() => Rate, { nullable: true })
  compensationRateBpsMax!: number | null;

  @Field(() => Rate, { nullable: true })
  lossRatioBpsMax!: number | null;

  @Field(() => Int, { description: 'Days past due from which the bank may claim.' })
  overdueDays!: number;

  @Field(() => Rate, { nullable: true, description: 'What the firm pays the guarantor a year.' })
  guaranteeFeeBps!: number | null;

  @Field(() => Rate, { nullable: true, description: 'What the firm pays the insurer a year.' })
  premiumBps!: number | null;

  @Field(() => Money, { nullable: true })
  amountFenMax!: number | null;

  @Field(() => [ProductLabelWord], { description: 'For products with one of these labels; for all where there are none.' })
  labels!: readonly ProductLabel[];

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String, { description: 'SHA-256 of the terms and the parties.' })
  termsHash!: string;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

@ObjectType('SchemeStopFinding', { description: 'Where a scheme stands at one of its stops.' })
export class StopFindingType implements StopFinding {
  @Field(() => StopWord)
  stop!: Stop;

  @Field(() => StopUnitWord)
  unit!: StopFinding['unit'];

  @Field(() => Measured)
  limit!: number;

  @Field(() => Measured, { nullable: true })
  used!: number | null;

  @Field(() => Boolean)
  isReached!: boolean;
}

@ObjectType('SchemeStanding', { description: 'What has come of a scheme so far.' })
export class SchemeStandingType {
  @Field(() => [StopFindingType])
  stops!: readonly StopFinding[];

  @Field(() => Money)
  lentFen!: number;

  @Field(() => Money)
  overdueFen!: number;

  @Field(() => Money)
  compensatedFen!: number;

  @Field(() => Money)
  recoveredFen!: number;
}

@ObjectType('RiskSharingScheme', { description: 'An agreement on who bears which part of a loss.' })
export class SchemeType {
  /** What the nested fields are found by. */
  record!: RiskSharingScheme;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => SchemeStateWord)
  state!: SchemeState;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const schemeShape = (actor: Actor, scheme: RiskSharingScheme): SchemeType => ({
  ...scheme,
  record: scheme,
  allowedVerbs: verbsOnScheme(actor, scheme),
});

export const SchemePage = pageOf(SchemeType, 'RiskSharingScheme');

@InputType('SchemeFilter')
class SchemeFilterInput {
  @Field(() => SchemeStateWord, { nullable: true })
  state?: SchemeState | null;
}

@InputType()
export class SchemeListInput extends ListInput {
  @Field(() => SchemeFilterInput, { nullable: true })
  filter?: SchemeFilterInput | null;
}

@InputType('SchemePartyInput')
class SchemePartyInputType {
  @Field(() => PartyRoleWord)
  role!: PartyRole;

  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a party outside the platform.' })
  name?: string | null;

  @Field(() => ID, { nullable: true })
  poolId?: string | null;

  @Field(() => Rate)
  shareBps!: number;
}

@InputType('SchemeInput')
export class SchemeInputType implements SchemeInput {
  @Field(() => String)
  name!: string;

  @Field(() => [SchemePartyInputType], { description: 'Their shares add up to 10,000.' })
  parties!: SchemePartyInputType[];

  @Field(() => ID, { nullable: true })
  firstLossPoolId?: string | null;

  @Field(() => Rate, { nullable: true })
  firstLossRateBps?: number | null;

  @Field(() => Money, { nullable: true })
  firstLossCapFen?: number | null;

  @Field(() => Money, { nullable: true })
  stopLossFen?: number | null;

  @Field(() => Rate, { nullable: true })
  compensationRateBpsMax?: number | null;

  @Field(() => Rate, { nullable: true })
  lossRatioBpsMax?: number | null;

  @Field(() => Int)
  overdueDays!: number;

  @Field(() => Rate, { nullable: true })
  guaranteeFeeBps?: number | null;

  @Field(() => Rate, { nullable: true })
  premiumBps?: number | null;

  @Field(() => Money, { nullable: true })
  amountFenMax?: number | null;

  @Field(() => [ProductLabelWord], { nullable: true })
  labels?: ProductLabel[] | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType('PoolEntry', { description: 'One line of the ledger of a pool; never changed.' })
export class PoolEntryType implements Omit<PoolEntry, 'poolId' | 'compensationId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => PoolEntryKindWord)
  kind!: PoolEntryKind;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Money, { description: 'What was in the pool after it.' })
  balanceFen!: number;

  @Field(() => CalendarDateScalar)
  bookedOn!: CalendarDate;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  recordedAt!: Instant;
}

@ObjectType('CompensationPool', { description: 'Money set aside to bear losses.' })
export class PoolType {
  /** What the nested fields are found by. */
  record!: CompensationPool;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const PoolPage = pageOf(PoolType, 'CompensationPool');

@InputType()
export class PoolListInput extends ListInput {}

@InputType('PoolInput')
export class PoolInputType implements PoolInput {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { description: 'The department or guarantor that holds the money.' })
  holderId!: string;
}

@InputType('DepositInput')
export class DepositInputType implements DepositInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => CalendarDateScalar)
  bookedOn!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType('GuarantorCapital', { description: 'What a guarantor has stated of itself; its limits are reckoned from it.' })
export class CapitalType implements Omit<GuarantorCapital, 'guarantorId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar)
  asOf!: CalendarDate;

  @Field(() => Money)
  netAssetsFen!: number;

  @Field(() => Money)
  outsideLiabilityFen!: number;

  @Field(() => Boolean, { description: 'It mainly serves small firms and farming.' })
  isSmallAndFarm!: boolean;

  @Field(() => InstantScalar)
  recordedAt!: Instant;

  @Field(() => Money, { description: 'What it answers for on the platform today.' })
  liabilityFen!: number;
}

@InputType('CapitalInput')
export class CapitalInputType implements CapitalInput {
  @Field(() => CalendarDateScalar)
  asOf!: string;

  @Field(() => Money)
  netAssetsFen!: number;

  @Field(() => Money)
  outsideLiabilityFen!: number;

  @Field(() => Boolean)
  isSmallAndFarm!: boolean;
}
