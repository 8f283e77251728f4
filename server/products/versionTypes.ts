import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { RepaymentMethod, SecurityKind } from '../matching/attributes';
import type { CalendarDate, Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import type { ListedVersion } from './queries';
import type { Pricing } from './terms';
import type { ProductCategory, ProductLabel } from './vocabulary';
import { ProductCategoryWord, ProductLabelWord, RepaymentMethodWord, SecurityKindWord } from './words';

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
export class ProductVersionType implements ListedVersion {
  productId!: string;

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

  /** As it is stored; the resolver shows it. */
  pricing!: Pricing | null;

  @Field(() => [RepaymentMethodWord])
  repaymentMethods!: readonly RepaymentMethod[];

  @Field(() => Boolean, { description: 'The loan can be had without any security.' })
  isUnsecured!: boolean;

  @Field(() => [SecurityKindWord])
  securities!: readonly SecurityKind[];

  @Field(() => String, { nullable: true })
  audienceText!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  publishedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  replacedAt!: Instant | null;
}
