import { Field, ID, Int, ObjectType } from 'type-graphql';
import { pageOf } from '../graphql/list';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars';
import type { CalendarDate, Instant } from '../shared/dates';
import type { ProductKind } from './kind';
import type { ProductState, Revision } from './lifecycle';
import { ProductVersionType } from './versionTypes';
import { ProductKindWord, ProductStateWord, RevisionWord } from './words';

@ObjectType('ProductInstitution')
export class ProductInstitutionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  shortName!: string | null;

  @Field(() => String, { nullable: true })
  regionCode!: string | null;
}

@ObjectType('Product')
export class ProductType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ProductKindWord)
  kind!: ProductKind;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => ProductStateWord)
  state!: ProductState;

  @Field(() => RevisionWord)
  revision!: Revision;

  @Field(() => String, { nullable: true, description: 'Why it was last returned, suspended or withdrawn.' })
  stateReason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  firstPublishedOn!: CalendarDate | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => ProductInstitutionType)
  institution!: ProductInstitutionType;

  @Field(() => ProductVersionType, { description: 'The version in force, or the draft of a product never published.' })
  terms!: ProductVersionType;

  /** Of the draft field; null where the reader may not see it. */
  draftVersionId!: string | null;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

export const ProductPage = pageOf(ProductType, 'Product');
