import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { choiceOf } from '../../graphql/choice';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, Money } from '../../graphql/scalars';
import type { CalendarDate } from '../../shared/dates';
import type { InvoiceFilter } from './queries';
import { type Invoice, type InvoiceDirection, type InvoiceStatus, invoiceDirections, invoiceStatuses } from './tables';

const InvoiceDirectionWord = choiceOf('InvoiceDirection', invoiceDirections, 'output: sold (销项); input: bought (进项).');
const InvoiceStatusWord = choiceOf('InvoiceStatus', invoiceStatuses, 'A void invoice enters no sum.');

@ObjectType('Invoice', { description: 'One VAT invoice of your firm.' })
export class InvoiceType {
  @Field(() => ID)
  id!: string;

  @Field(() => InvoiceDirectionWord)
  direction!: InvoiceDirection;

  @Field(() => String)
  number!: string;

  @Field(() => CalendarDateScalar)
  issuedOn!: CalendarDate;

  @Field(() => String)
  counterparty!: string;

  @Field(() => Money)
  amountFen!: number;

  @Field(() => Money)
  taxFen!: number;

  @Field(() => Money, { description: '价税合计 as stated; below zero on a red-letter invoice.' })
  totalFen!: number;

  @Field(() => InvoiceStatusWord)
  status!: InvoiceStatus;
}

export const invoiceShape = ({ seq, ...invoice }: Invoice): InvoiceType => ({ id: String(seq), ...invoice });

@InputType('InvoiceFilter')
class InvoiceFilterInput implements InvoiceFilter {
  @Field(() => InvoiceDirectionWord, { nullable: true })
  direction?: InvoiceDirection | null;

  @Field(() => InvoiceStatusWord, { nullable: true })
  status?: InvoiceStatus | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  issuedFrom?: CalendarDate | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  issuedTo?: CalendarDate | null;
}

@InputType()
export class InvoiceListInput extends ListInput {
  @Field(() => InvoiceFilterInput, { nullable: true })
  filter?: InvoiceFilterInput | null;
}

export const InvoicePage = pageOf(InvoiceType, 'Invoice');
