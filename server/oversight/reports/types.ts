import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { InstantScalar, Money } from '../../graphql/scalars';
import type { Instant } from '../../shared/dates';
import type { ReportMonthInput } from './reportMonth';

@ObjectType('InstitutionReport', { description: 'What a bank reported of one month of its business in the city.' })
export class InstitutionReportType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'YYYY-MM.' })
  month!: string;

  @Field(() => Money)
  depositsFen!: number;

  @Field(() => Money)
  loansFen!: number;

  @Field(() => Money)
  newLoansFen!: number;

  @Field(() => Money, { description: 'Σ amount × rate of the new loans, in fen times basis points.' })
  newLoansWeightedRateFenBps!: number;

  @Field(() => Money, { description: 'Bonds and shares of non-financial firms placed in the year so far.' })
  directFinancingFen!: number;

  @Field(() => InstantScalar)
  reportedAt!: Instant;
}

export const InstitutionReportPage = pageOf(InstitutionReportType, 'InstitutionReport');

@InputType()
export class InstitutionReportListInput extends ListInput {}

@InputType('ReportMonthInput')
export class ReportMonthInputType implements ReportMonthInput {
  @Field(() => String, { description: 'YYYY-MM; it must have ended.' })
  month!: string;

  @Field(() => Money)
  depositsFen!: number;

  @Field(() => Money)
  loansFen!: number;

  @Field(() => Money)
  newLoansFen!: number;

  @Field(() => Money, { description: 'Σ amount × rate of the new loans, in fen times basis points.' })
  newLoansWeightedRateFenBps!: number;

  @Field(() => Money, { description: 'Bonds and shares of non-financial firms placed in the year so far.' })
  directFinancingFen!: number;

  @Field(() => Int, { nullable: true, description: 'Of the report to correct; none for the first of a month.' })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Why it is corrected.' })
  reason?: string | null;
}
