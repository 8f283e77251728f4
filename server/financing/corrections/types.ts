import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InstantScalar } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import { CorrectionKindWord } from '../words';
import type { CorrectionInput, CorrectionItem, CorrectionKind } from './items';
import type { Correction } from './tables';

@ObjectType('CorrectionItem')
class CorrectionItemType implements CorrectionItem {
  @Field(() => CorrectionKindWord)
  kind!: CorrectionKind;

  @Field(() => String)
  text!: string;
}

@ObjectType('Correction', { description: 'What a bank asked a firm to put right, in one list, and what the firm answered.' })
export class CorrectionType implements Omit<Correction, 'applicationId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '1, 2, 3 … within the application.' })
  number!: number;

  @Field(() => [CorrectionItemType])
  items!: readonly CorrectionItem[];

  @Field(() => String, { nullable: true, description: 'Why the bank asked again.' })
  note!: string | null;

  @Field(() => InstantScalar)
  askedAt!: Instant;

  @Field(() => [String], { nullable: true, description: 'One for each item; null until the firm has answered.' })
  answers!: readonly string[] | null;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;
}

@InputType('CorrectionItemInput')
class CorrectionItemInputType implements CorrectionItem {
  @Field(() => CorrectionKindWord)
  kind!: CorrectionKind;

  @Field(() => String)
  text!: string;
}

@InputType('CorrectionInput')
export class CorrectionInputType implements CorrectionInput {
  @Field(() => [CorrectionItemInputType], { description: 'Everything that is missing, at once.' })
  items!: CorrectionItemInputType[];

  @Field(() => String, { nullable: true, description: 'Needed to ask again: why the first list was not whole.' })
  note?: string | null;
}
