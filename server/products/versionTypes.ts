import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { Purpose, RepaymentMethod, SecurityKind } from '../matching/attributes';
import type { Rule } from '../matching/rule';
import type { CalendarDate, Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import { ReadingType } from './reading/types';
import { RuleJson } from './rules/ruleJson';
import type { ProductVersion } from './tables';
import { FeeType, PricingType, ProductContactType, PromisedDaysType } from './termTypes';
import type { ProductCategory, ProductLabel } from './vocabulary';
import { ProductCategoryWord, ProductLabelWord, PurposeWord, RepaymentMethodWord, SecurityKindWord } from './words';

@ObjectType('AnnualRates', { description: 'The annual rates on the day of the request; null: not stated.' })
export class AnnualRatesType {
  @Field(() => Rate, { nullable: true })
  rateBpsMin!: number | null;

  @Field(() => Rate, { nullable: true })
  rateBpsMax!: number | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The publication the rates rest on; null for a fixed price.' })
  lprPublishedOn!: CalendarDate | null;

  @Field(() => Rate, { nullable: true })
  lprRateBps!: number | null;
}

@ObjectType('TermsGap')
export class TermsGapType {
  @Field(() => String)
  field!: string;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('RuleSentence')
export class RuleSentenceType {
  @Field(() => String, { description: 'JSON pointer of the clause.' })
  path!: string;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('ProductVersion', { description: 'What a product says at one time; frozen once published.' })
export class ProductVersionType {
  /** What the computed fields are computed from. */
  record!: ProductVersion;

  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => String)
  name!: string;

  @Field(() => ProductCategoryWord)
  category!: ProductCategory;

  @Field(() => [ProductLabelWord])
  labels!: readonly ProductLabel[];

  @Field(() => Money, { nullable: true })
  amountFenMin!: number | null;

  @Field(() => Money, { nullable: true })
  amountFenMax!: number | null;

  @Field(() => Int, { nullable: true })
  termMonthsMin!: number | null;

  @Field(() => Int, { nullable: true })
  termMonthsMax!: number | null;

  @Field(() => PricingType, { nullable: true, description: 'Null: not published.' })
  pricing!: PricingType | null;

  @Field(() => [FeeType])
  fees!: readonly FeeType[];

  @Field(() => [RepaymentMethodWord])
  repaymentMethods!: readonly RepaymentMethod[];

  @Field(() => Boolean, { description: 'The loan can be had without any security.' })
  isUnsecured!: boolean;

  @Field(() => [SecurityKindWord])
  securities!: readonly SecurityKind[];

  @Field(() => [PurposeWord])
  purposes!: readonly Purpose[];

  @Field(() => [String], { description: 'Where the firm must be; empty: anywhere.' })
  regionCodes!: readonly string[];

  @Field(() => [String], { description: 'GB/T 4754 codes; empty: any.' })
  industryCodes!: readonly string[];

  @Field(() => [String])
  industryCodesExcluded!: readonly string[];

  @Field(() => [String])
  documents!: readonly string[];

  @Field(() => PromisedDaysType, { description: 'Working days promised for each step.' })
  promisedDays!: PromisedDaysType;

  @Field(() => RuleJson)
  rule!: Rule;

  @Field(() => String, { nullable: true })
  conditionsText!: string | null;

  @Field(() => String, { nullable: true })
  audienceText!: string | null;

  @Field(() => String, { nullable: true })
  introduction!: string | null;

  @Field(() => ProductContactType)
  contact!: ProductContactType;

  @Field(() => String, { nullable: true })
  sourceNote!: string | null;

  @Field(() => String)
  ruleDigest!: string;

  @Field(() => [ReadingType], { description: 'Imported products: how each published phrase was read.' })
  readings!: readonly ReadingType[];

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  publishedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  replacedAt!: Instant | null;
}
