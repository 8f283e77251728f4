import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Money, Rate } from '../graphql/scalars';
import type { LprTenor } from '../shared/rate';
import type { Pricing } from './terms';
import type { FeeCharger, FeeKind, FeePayer, FeeTiming, Repricing } from './vocabulary';
import { FeeChargerWord, FeeKindWord, FeePayerWord, FeeTimingWord, PricingKindWord, RepricingWord } from './words';

@ObjectType('Pricing')
export class PricingType {
  @Field(() => PricingKindWord)
  kind!: Pricing['kind'];

  @Field(() => Rate, { nullable: true, description: 'Fixed pricing: the lowest annual rate, as published.' })
  rateBpsMin!: number | null;

  @Field(() => Rate, { nullable: true })
  rateBpsMax!: number | null;

  @Field(() => String, { nullable: true, description: 'LPR pricing: 1Y or 5Y.' })
  tenor!: LprTenor | null;

  @Field(() => Rate, { nullable: true, description: 'LPR pricing: basis points above the quotation, negative below it.' })
  spreadBpsMin!: number | null;

  @Field(() => Rate, { nullable: true })
  spreadBpsMax!: number | null;

  @Field(() => RepricingWord, { nullable: true })
  repricing!: Repricing | null;
}

@InputType('PricingInput')
export class PricingInputType {
  @Field(() => PricingKindWord)
  kind!: Pricing['kind'];

  @Field(() => Rate, { nullable: true, description: 'Fixed pricing: the lowest annual rate, as published.' })
  rateBpsMin?: number | null;

  @Field(() => Rate, { nullable: true })
  rateBpsMax?: number | null;

  @Field(() => String, { nullable: true, description: 'LPR pricing: 1Y or 5Y.' })
  tenor?: LprTenor | null;

  @Field(() => Rate, { nullable: true, description: 'LPR pricing: basis points above the quotation, negative below it.' })
  spreadBpsMin?: number | null;

  @Field(() => Rate, { nullable: true })
  spreadBpsMax?: number | null;

  @Field(() => RepricingWord, { nullable: true })
  repricing?: Repricing | null;
}

@ObjectType('Fee')
export class FeeType {
  @Field(() => FeeKindWord)
  kind!: FeeKind;

  @Field(() => FeeChargerWord)
  chargedBy!: FeeCharger;

  @Field(() => FeePayerWord)
  paidBy!: FeePayer;

  @Field(() => FeeTimingWord)
  timing!: FeeTiming;

  @Field(() => Money, { nullable: true })
  amountFen!: number | null;

  @Field(() => Rate, { nullable: true, description: 'Of the loan, a year; once: of the loan.' })
  rateBps!: number | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@InputType('FeeInput')
export class FeeInputType {
  @Field(() => FeeKindWord)
  kind!: FeeKind;

  @Field(() => FeeChargerWord)
  chargedBy!: FeeCharger;

  @Field(() => FeePayerWord)
  paidBy!: FeePayer;

  @Field(() => FeeTimingWord)
  timing!: FeeTiming;

  @Field(() => Money, { nullable: true })
  amountFen?: number | null;

  @Field(() => Rate, { nullable: true, description: 'Of the loan, a year; once: of the loan.' })
  rateBps?: number | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType('PromisedDays')
export class PromisedDaysType {
  @Field(() => Int, { nullable: true })
  accept!: number | null;

  @Field(() => Int, { nullable: true })
  contact!: number | null;

  @Field(() => Int, { nullable: true })
  decide!: number | null;

  @Field(() => Int, { nullable: true })
  disburse!: number | null;
}

@InputType('PromisedDaysInput')
export class PromisedDaysInputType {
  @Field(() => Int, { nullable: true })
  accept?: number | null;

  @Field(() => Int, { nullable: true })
  contact?: number | null;

  @Field(() => Int, { nullable: true })
  decide?: number | null;

  @Field(() => Int, { nullable: true })
  disburse?: number | null;
}

@ObjectType('ProductContact')
export class ProductContactType {
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  address!: string | null;
}

@InputType('ProductContactInput')
export class ProductContactInputType {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;
}
