import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, InstantScalar, Money } from '../../graphql/scalars';
import type { CalendarDate, Instant } from '../../shared/dates';
import type { InsuranceContractInput } from './registerInsuranceContract';

@ObjectType('InsuranceContract', { description: 'A contract of an insurance product with a firm, as its insurer registered it.' })
export class InsuranceContractType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  enterpriseId!: string;

  @Field(() => String, { description: "The insurer's own number." })
  number!: string;

  @Field(() => Money)
  coverFen!: number;

  @Field(() => Money)
  premiumFen!: number;

  @Field(() => CalendarDateScalar)
  startsOn!: CalendarDate;

  @Field(() => CalendarDateScalar)
  endsOn!: CalendarDate;

  @Field(() => InstantScalar)
  registeredAt!: Instant;
}

export const InsuranceContractPage = pageOf(InsuranceContractType, 'InsuranceContract');

@InputType()
export class InsuranceContractListInput extends ListInput {}

@InputType('InsuranceContractInput')
export class InsuranceContractInputType implements InsuranceContractInput {
  @Field(() => ID)
  productId!: string;

  @Field(() => String, { description: 'The unified social credit code of the firm.' })
  uscc!: string;

  @Field(() => String, { description: 'Your own number of the contract; each is registered once.' })
  number!: string;

  @Field(() => Money)
  coverFen!: number;

  @Field(() => Money)
  premiumFen!: number;

  @Field(() => CalendarDateScalar)
  startsOn!: CalendarDate;

  @Field(() => CalendarDateScalar)
  endsOn!: CalendarDate;
}
