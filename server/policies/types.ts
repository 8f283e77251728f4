import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../graphql/list';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { SecurityKind } from '../matching/attributes';
import type { ProductCategory } from '../products/vocabulary';
import { ProductCategoryWord, SecurityKindWord } from '../products/words';
import type { Actor } from '../shared/actor';
import type { CalendarDate, Instant } from '../shared/dates';
import { regionName } from '../shared/regions';
import type { Text } from '../shared/text';
import { verbsOnPolicy } from './access';
import type { SupportPolicyInput } from './publishPolicy';
import type { SupportPolicyFilter } from './queries';
import type { SupportKind, SupportPayout, SupportPolicy } from './tables';
import { SupportKindWord, SupportPayoutWord } from './words';

@ObjectType('SupportPolicy', { description: 'Public money that lowers what loans cost firms, with its terms.' })
export class SupportPolicyType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'The document that it stands in.' })
  source!: string;

  @Field(() => SupportKindWord)
  kind!: SupportKind;

  @Field(() => Rate, { description: 'Of a share, of what the firm pays; of interestPoints, a year.' })
  rateBps!: number;

  @Field(() => Rate, { nullable: true, description: "Interest counts as if the loan's rate were no higher." })
  benchmarkBps!: number | null;

  @Field(() => Int, { nullable: true, description: 'Months after disbursement for which it is paid.' })
  monthsMax!: number | null;

  @Field(() => Money, { nullable: true, description: 'The most on one loan.' })
  capFen!: number | null;

  @Field(() => SupportPayoutWord)
  payout!: SupportPayout;

  @Field(() => String, { nullable: true, description: 'Firms registered there; null: everywhere.' })
  regionCode!: string | null;

  @Field(() => TextType, { nullable: true })
  region!: Text | null;

  @Field(() => [SecurityKindWord], { description: 'Empty: whatever secures the loan.' })
  securities!: readonly SecurityKind[];

  @Field(() => [ProductCategoryWord], { description: 'Empty: every family of products.' })
  categories!: readonly ProductCategory[];

  @Field(() => Money, { nullable: true })
  loanFenMax!: number | null;

  @Field(() => String, { nullable: true, description: 'What only the department can decide.' })
  otherConditions!: string | null;

  @Field(() => CalendarDateScalar)
  validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  validUntil!: CalendarDate | null;

  @Field(() => InstantScalar, { nullable: true })
  endedAt!: Instant | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];

  /** Whose it is. */
  departmentId!: string;
}

export const policyShape = (actor: Actor, policy: SupportPolicy): SupportPolicyType => ({
  ...policy,
  region: policy.regionCode === null ? null : regionName(policy.regionCode),
  allowedVerbs: verbsOnPolicy(actor, policy),
});

export const SupportPolicyPage = pageOf(SupportPolicyType, 'SupportPolicy');

@InputType('SupportPolicyFilter')
class SupportPolicyFilterInput implements SupportPolicyFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that have not been ended.' })
  isOpen?: boolean | null;
}

@InputType()
export class SupportPolicyListInput extends ListInput {
  @Field(() => SupportPolicyFilterInput, { nullable: true })
  filter?: SupportPolicyFilterInput | null;
}

@InputType('SupportPolicyInput')
export class SupportPolicyInputType implements SupportPolicyInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  source!: string;

  @Field(() => SupportKindWord)
  kind!: SupportKind;

  @Field(() => Rate)
  rateBps!: number;

  @Field(() => Rate, { nullable: true })
  benchmarkBps?: number | null;

  @Field(() => Int, { nullable: true })
  monthsMax?: number | null;

  @Field(() => Money, { nullable: true })
  capFen?: number | null;

  @Field(() => SupportPayoutWord)
  payout!: SupportPayout;

  @Field(() => String, { nullable: true })
  regionCode?: string | null;

  @Field(() => [SecurityKindWord])
  securities!: SecurityKind[];

  @Field(() => [ProductCategoryWord])
  categories!: ProductCategory[];

  @Field(() => Money, { nullable: true })
  loanFenMax?: number | null;

  @Field(() => String, { nullable: true })
  otherConditions?: string | null;

  @Field(() => CalendarDateScalar)
  validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  validUntil?: CalendarDate | null;
}
