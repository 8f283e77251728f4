import { Field, ID, InputType, Int } from 'type-graphql';
import { ListInput } from '../graphql/list';
import { Money } from '../graphql/scalars';
import type { Purpose, RepaymentMethod, SecurityKind } from '../matching/attributes';
import type { ProductKind } from './kind';
import type { ProductState, Revision } from './lifecycle';
import type { ProductFilter } from './queries';
import { RuleJson } from './rules/ruleJson';
import { FeeInputType, PricingInputType, ProductContactInputType, PromisedDaysInputType } from './termTypes';
import type { ProductCategory, ProductLabel } from './vocabulary';
import {
  ProductCategoryWord,
  ProductKindWord,
  ProductLabelWord,
  ProductStateWord,
  PurposeWord,
  RepaymentMethodWord,
  RevisionWord,
  SecurityKindWord,
} from './words';

@InputType('ProductTermsInput')
export class ProductTermsInputType {
  @Field(() => String)
  name!: string;

  @Field(() => ProductCategoryWord)
  category!: ProductCategory;

  @Field(() => [ProductLabelWord], { nullable: true })
  labels?: ProductLabel[] | null;

  @Field(() => Money, { nullable: true })
  amountFenMin?: number | null;

  @Field(() => Money, { nullable: true })
  amountFenMax?: number | null;

  @Field(() => Int, { nullable: true })
  termMonthsMin?: number | null;

  @Field(() => Int, { nullable: true })
  termMonthsMax?: number | null;

  @Field(() => PricingInputType, { nullable: true, description: 'Null: not published.' })
  pricing?: PricingInputType | null;

  @Field(() => [FeeInputType], { nullable: true })
  fees?: FeeInputType[] | null;

  @Field(() => [RepaymentMethodWord], { nullable: true })
  repaymentMethods?: RepaymentMethod[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The loan can be had without any security.' })
  isUnsecured?: boolean | null;

  @Field(() => [SecurityKindWord], { nullable: true })
  securities?: SecurityKind[] | null;

  @Field(() => [PurposeWord], { nullable: true })
  purposes?: Purpose[] | null;

  @Field(() => [String], { nullable: true, description: 'Where the firm must be; empty: anywhere.' })
  regionCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'GB/T 4754 codes; empty: any.' })
  industryCodes?: string[] | null;

  @Field(() => [String], { nullable: true })
  industryCodesExcluded?: string[] | null;

  @Field(() => [String], { nullable: true })
  documents?: string[] | null;

  @Field(() => PromisedDaysInputType, { nullable: true, description: 'Working days promised for each step.' })
  promisedDays?: PromisedDaysInputType | null;

  @Field(() => RuleJson, { nullable: true })
  rule?: object | null;

  @Field(() => String, { nullable: true })
  conditionsText?: string | null;

  @Field(() => String, { nullable: true })
  audienceText?: string | null;

  @Field(() => String, { nullable: true })
  introduction?: string | null;

  @Field(() => ProductContactInputType, { nullable: true })
  contact?: ProductContactInputType | null;

  @Field(() => String, { nullable: true })
  sourceNote?: string | null;
}

@InputType('ProductInput')
export class ProductInputType extends ProductTermsInputType {
  @Field(() => ID, { nullable: true, description: 'From the operator only.' })
  institutionId?: string | null;

  @Field(() => String, { nullable: true })
  code?: string | null;
}

@InputType('ProductFilter')
export class ProductFilterInput implements ProductFilter {
  @Field(() => ProductKindWord, { nullable: true })
  kind?: ProductKind | null;

  @Field(() => ProductStateWord, { nullable: true })
  state?: ProductState | null;

  @Field(() => RevisionWord, { nullable: true })
  revision?: Revision | null;

  @Field(() => ID, { nullable: true })
  institutionId?: string | null;

  @Field(() => ProductCategoryWord, { nullable: true })
  category?: ProductCategory | null;

  @Field(() => ProductLabelWord, { nullable: true })
  label?: ProductLabel | null;

  @Field(() => SecurityKindWord, { nullable: true })
  security?: SecurityKind | null;

  @Field(() => Boolean, { nullable: true })
  isUnsecured?: boolean | null;

  @Field(() => RepaymentMethodWord, { nullable: true })
  repaymentMethod?: RepaymentMethod | null;

  @Field(() => String, { nullable: true })
  regionCode?: string | null;

  @Field(() => Money, { nullable: true })
  amountFen?: number | null;

  @Field(() => Int, { nullable: true })
  termMonths?: number | null;
}

@InputType()
export class ProductListInput extends ListInput {
  @Field(() => ProductFilterInput, { nullable: true })
  filter?: ProductFilterInput | null;
}
