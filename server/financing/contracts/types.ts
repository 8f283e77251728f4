import { Field, InputType, ObjectType } from 'type-graphql';
import { InstantScalar, Rate } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import type { ContractInput } from './issueContract';
import type { Contract } from './tables';

@ObjectType('Contract', { description: 'The contract of a granted credit: the bank issues it, the firm signs it.' })
export class ContractType implements Omit<Contract, 'id'> {
  @Field(() => String)
  number!: string;

  @Field(() => Rate, { description: 'All cost in, a year, as the contract states it.' })
  annualisedRateBps!: number;

  @Field(() => InstantScalar)
  issuedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  signedAt!: Instant | null;
}

@InputType('ContractInput')
export class ContractInputType implements ContractInput {
  @Field(() => String, { description: 'As your bank files it.' })
  number!: string;

  @Field(() => Rate, { description: 'As the contract states it: it must be the approved one.' })
  annualisedRateBps!: number;
}
