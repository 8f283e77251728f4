import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { InstantScalar, Money, Rate } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import type { InPrincipleInput } from './giveInPrinciple';
import type { Indication } from './tables';

@ObjectType('Indication', { description: 'What a bank could imagine to lend: it binds nobody and is no approval.' })
export class IndicationType implements Omit<Indication, 'applicationId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Rate)
  rateBpsMin!: number;

  @Field(() => Rate)
  rateBpsMax!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

@InputType('InPrincipleInput')
export class InPrincipleInputType implements InPrincipleInput {
  @Field(() => Money)
  amountFen!: number;

  @Field(() => Rate)
  rateBpsMin!: number;

  @Field(() => Rate)
  rateBpsMax!: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}
