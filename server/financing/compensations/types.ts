import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { CalendarDateScalar, Money } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import { PartyRoleWord } from '../riskSharing/choices';
import type { PartyRole } from '../riskSharing/shares';
import { type CompensationState, compensationStates } from './lifecycle';
import type { RecoveryInput } from './recordRecovery';
import type { Compensation, Recovery } from './tables';

const CompensationStateWord = choiceOf('CompensationState', compensationStates);

@ObjectType('CompensationPart', { description: 'Who bore which part of a loss, and what came back of it.' })
export class CompensationPartType {
  @Field(() => Int)
  place!: number;

  @Field(() => PartyRoleWord, { nullable: true, description: 'Null: the first-loss pool.' })
  role!: PartyRole | null;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'It was paid out of a pool.' })
  isFromPool!: boolean;

  @Field(() => Money)
  owedFen!: number;

  @Field(() => Money)
  paidFen!: number;

  @Field(() => Money)
  recoveredFen!: number;
}

@ObjectType('Recovery', { description: 'What came back of a compensated loan.' })
export class RecoveryType implements Pick<Recovery, 'id' | 'amountFen' | 'recoveredOn' | 'note'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => CalendarDateScalar)
  recoveredOn!: CalendarDate;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('Compensation', { description: 'What a bank claimed of those who guarantee a loan that was not repaid.' })
export class CompensationType implements Omit<Compensation, 'transactionId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  guaranteeId!: string;

  @Field(() => CompensationStateWord)
  state!: CompensationState;

  @Field(() => Money, { description: 'The principal that was not repaid.' })
  lossFen!: number;

  @Field(() => Int, { description: 'Days past due when it was claimed.' })
  overdueDays!: number;

  @Field(() => CalendarDateScalar)
  claimedOn!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  paidOn!: CalendarDate | null;

  @Field(() => [CompensationPartType], { description: 'Empty until it is paid.' })
  parts!: readonly CompensationPartType[];

  @Field(() => [RecoveryType])
  recoveries!: readonly RecoveryType[];

  @Field(() => [String])
  allowedVerbs!: readonly string[];
}

@InputType('RecoveryInput')
export class RecoveryInputType implements RecoveryInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => CalendarDateScalar)
  recoveredOn!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
