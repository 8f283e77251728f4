import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { CalendarDateScalar, InstantScalar, Money, Rate } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { Text } from '../../shared/text';
import type { AppraisalInput, RegistrationInput } from './changeCollateral';
import { type CollateralKind, collateralKinds } from './kinds';
import { type CollateralState, collateralStates } from './lifecycle';
import type { CollateralInput } from './stateCollateral';
import type { Collateral } from './tables';

export const CollateralKindWord = choiceOf('CollateralKind', collateralKinds);
const CollateralStateWord = choiceOf('CollateralState', collateralStates);

@ObjectType('Collateral', { description: 'A thing or right that a firm gives as security for one application.' })
export class CollateralType implements Collateral {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  applicationId!: string;

  @Field(() => CollateralKindWord)
  kind!: CollateralKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'The number of its certificate, patent, registration or contract.' })
  certificate!: string;

  @Field(() => Money, { description: 'What the firm thinks that it is worth.' })
  statedFen!: number;

  @Field(() => CollateralStateWord)
  state!: CollateralState;

  @Field(() => String, { nullable: true, description: 'Null with a value: agreed between bank and firm.' })
  appraiser!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  appraisedOn!: CalendarDate | null;

  @Field(() => Money, { nullable: true })
  valueFen!: number | null;

  @Field(() => Money)
  appraisalFeeFen!: number;

  @Field(() => Money)
  registrationFeeFen!: number;

  @Field(() => String, { nullable: true })
  registry!: string | null;

  @Field(() => String, { nullable: true })
  registrationNumber!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  registeredOn!: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  releasedOn!: CalendarDate | null;

  @Field(() => InstantScalar)
  statedAt!: Instant;

  @Field(() => TextType, { description: 'Where its kind is registered.' })
  usualRegistry!: Text;

  @Field(() => Boolean, { description: 'Its value counts when the firm has agreed to it.' })
  isValueAgreed!: boolean;

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

@ObjectType('ApplicationCollateral', { description: 'All that a firm gives as security for one application.' })
export class ApplicationCollateralType {
  @Field(() => [CollateralType])
  items!: readonly CollateralType[];

  @Field(() => Money, { description: 'What it is worth, where bank and firm stand by the value.' })
  valueFen!: number;

  @Field(() => Rate, { nullable: true, description: 'The loan as a part of that; null where nothing has a value yet.' })
  loanToValueBps!: number | null;

  @Field(() => Boolean, { description: 'You may state collateral now.' })
  mayState!: boolean;
}

@InputType('CollateralInput')
export class CollateralInputType implements CollateralInput {
  @Field(() => CollateralKindWord)
  kind!: CollateralKind;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  certificate!: string;

  @Field(() => Money)
  statedFen!: number;
}

@InputType('AppraisalInput')
export class AppraisalInputType implements AppraisalInput {
  @Field(() => String, { nullable: true, description: 'Left out for a patent or trademark whose value is agreed.' })
  appraiser?: string | null;

  @Field(() => CalendarDateScalar)
  appraisedOn!: string;

  @Field(() => Money)
  valueFen!: number;

  @Field(() => Money, { nullable: true, description: 'What the firm is charged for it.' })
  feeFen?: number | null;
}

@InputType('RegistrationInput')
export class RegistrationInputType implements RegistrationInput {
  @Field(() => String)
  registry!: string;

  @Field(() => String)
  registrationNumber!: string;

  @Field(() => CalendarDateScalar)
  registeredOn!: string;

  @Field(() => Money, { nullable: true, description: 'What the firm is charged for it.' })
  feeFen?: number | null;
}
