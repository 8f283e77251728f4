import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ListInput, pageOf } from '../../graphql/list';
import { CalendarDateScalar, FactValueScalar, Money } from '../../graphql/scalars';
import { TextType } from '../../graphql/text';
import { type Attribute, attributes, dataClassesOf, isRequestAttribute } from '../../matching/attributes';
import { type Facts, type FactValue, factOf, type UnknownReason } from '../../matching/facts';
import { describeMeasured } from '../../matching/wording';
import type { CalendarDate } from '../../shared/dates';
import type { SizeClass, SizeRow } from '../../shared/sizeClass';
import type { Text } from '../../shared/text';
import type { AccessReason } from '../accessLog/tables';
import type { ConsentPurpose } from '../consents/tables';
import { ConsentPurposeWord } from '../consents/types';
import { dataClassOf } from '../dataClasses';
import type { Grade } from '../records/gate';
import { CreditRecordType, creditRecordShape } from '../records/types';
import type { MonthlyInvoices } from '../scorecard/features';
import type { Direction, NextBin, RiskLevel, Score, ScoreItem } from '../scorecard/score';
import { EnterpriseType, enterpriseShape } from '../types';
import type { ClassSummary, CreditFileView } from './queries';
import type { SizeFinding } from './size';

@ObjectType('CreditFileClass', { description: 'What a credit file holds of one class, and by which right it is read.' })
export class CreditFileClassType {
  @Field(() => String)
  dataClass!: string;

  @Field(() => TextType)
  name!: Text;

  @Field(() => TextType)
  department!: Text;

  @Field(() => Int, { description: 'Records in force that may be read; superseded ones are not counted.' })
  recordCount!: number;

  @Field(() => CalendarDateScalar, { nullable: true })
  newestAsOf!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether all of it may be read.' })
  isReadable!: boolean;

  @Field(() => String, { description: 'full, openPart (published fields only) or none.' })
  grade!: Grade;

  @Field(() => String, { description: 'Why it may or may not be read, as in the access log.' })
  reason!: AccessReason;

  @Field(() => ID, { nullable: true })
  consentId!: string | null;

  @Field(() => [CreditRecordType], { description: 'The newest dozen.' })
  latest!: readonly CreditRecordType[];
}

@ObjectType('Fact', { description: 'What is known of one attribute of a firm, or why nothing is.' })
export class FactType {
  @Field(() => String)
  attribute!: string;

  @Field(() => TextType)
  label!: Text;

  @Field(() => String)
  dataClass!: string;

  @Field(() => Boolean)
  isKnown!: boolean;

  @Field(() => FactValueScalar, { nullable: true })
  value!: FactValue | null;

  @Field(() => TextType, { nullable: true, description: 'The value as people read it.' })
  display!: Text | null;

  @Field(() => String, { nullable: true, description: 'Of a number: fen, month, bp …' })
  unit!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  asOf!: CalendarDate | null;

  @Field(() => String, { nullable: true })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is unknown: missing, notConsented, disputed or stale.' })
  reason!: UnknownReason | null;

  @Field(() => [String], { description: 'The classes whose records would settle it; empty when it is known.' })
  settledBy!: readonly string[];
}

@ObjectType('SizeThreshold', { description: 'The least values that reach a class; null where the line does not ask.' })
export class SizeThresholdType {
  @Field(() => String, { description: 'LARGE, MEDIUM or SMALL; MICRO is below them all.' })
  sizeClass!: SizeClass;

  @Field(() => Int, { nullable: true })
  employees!: number | null;

  @Field(() => Money, { nullable: true })
  revenueFen!: number | null;

  @Field(() => Money, { nullable: true })
  assetsFen!: number | null;
}

@ObjectType('SizeFinding', { description: 'The size class of 300号, with what it was decided on.' })
export class SizeFindingType {
  @Field(() => String, { description: 'LARGE, MEDIUM, SMALL, MICRO, NOT_APPLICABLE or UNKNOWN.' })
  sizeClass!: SizeFinding['sizeClass'];

  @Field(() => TextType, { nullable: true, description: 'The line of the table that applies.' })
  industry!: Text | null;

  @Field(() => String, { nullable: true })
  industryCode!: string | null;

  @Field(() => Int, { nullable: true })
  employees!: number | null;

  @Field(() => Money, { nullable: true })
  revenueFen!: number | null;

  @Field(() => Money, { nullable: true })
  assetsFen!: number | null;

  @Field(() => [SizeThresholdType], { description: 'Of the line that applies; empty when none is known.' })
  thresholds!: readonly SizeThresholdType[];

  @Field(() => [String], { description: 'What is needed before the class can be told.' })
  missing!: readonly string[];

  @Field(() => String)
  tableVersion!: string;
}

@ObjectType('NextBin', { description: 'The nearest value that scores more on one item, and by how much.' })
export class NextBinType implements NextBin {
  @Field(() => Float)
  need!: number;

  @Field(() => Int)
  gainPoints!: number;
}

@ObjectType('ScoreItem', { description: 'One line of the scorecard.' })
export class ScoreItemType {
  @Field(() => String)
  key!: string;

  @Field(() => TextType)
  label!: Text;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => String, { description: 'fen, bps or firmsPerMonth.' })
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'Its place among binCount bins, 0 being the worst.' })
  bin!: number | null;

  @Field(() => Int)
  binCount!: number;

  @Field(() => Int)
  points!: number;

  @Field(() => Int)
  pointsMin!: number;

  @Field(() => Int)
  pointsMax!: number;

  @Field(() => String, { description: 'raised, lowered or neutral.' })
  direction!: Direction;

  @Field(() => NextBinType, { nullable: true })
  nextBin!: NextBin | null;

  @Field(() => TextType)
  text!: Text;
}

@ObjectType('Scorecard', {
  description: 'An explainable score from invoice facts alone: base points and those of the items add up.',
})
export class ScorecardType {
  @Field(() => Int)
  points!: number;

  @Field(() => Int)
  basePoints!: number;

  @Field(() => Float)
  probabilityOfDefault!: number;

  @Field(() => String, { description: 'low, medium or high.' })
  riskLevel!: RiskLevel;

  @Field(() => [ScoreItemType])
  items!: readonly ScoreItem[];

  @Field(() => [String], { description: 'Items without a value: they add nothing and take nothing.' })
  missing!: readonly string[];
}

@ObjectType('InvoiceMonth', { description: 'One month of VAT invoices: void ones in no sum, negative ones in all.' })
export class InvoiceMonthType {
  @Field(() => String)
  month!: string;

  @Field(() => Money)
  outputFen!: number;

  @Field(() => Money)
  inputFen!: number;

  @Field(() => Money)
  outputTaxFen!: number;

  @Field(() => Money)
  inputTaxFen!: number;

  @Field(() => Int)
  outputCount!: number;

  @Field(() => Int)
  inputCount!: number;

  @Field(() => Int)
  outputVoidCount!: number;

  @Field(() => Int)
  inputVoidCount!: number;

  @Field(() => Int)
  outputNegativeCount!: number;

  @Field(() => Int)
  inputNegativeCount!: number;

  @Field(() => Money)
  outputNegativeFen!: number;

  @Field(() => Money)
  inputNegativeFen!: number;

  @Field(() => Int)
  distinctCustomers!: number;

  @Field(() => Int)
  distinctSuppliers!: number;

  @Field(() => Money)
  topCustomerFen!: number;

  @Field(() => Money)
  topSupplierFen!: number;
}

@ObjectType('CreditFile', { description: "A firm's records as you may read them today, and what follows from them." })
export class CreditFileType {
  @Field(() => ID)
  id!: string;

  @Field(() => EnterpriseType)
  enterprise!: EnterpriseType;

  @Field(() => String, { description: 'What the file was read for.' })
  purpose!: string;

  @Field(() => CalendarDateScalar)
  today!: CalendarDate;

  @Field(() => [CreditFileClassType])
  classes!: readonly CreditFileClassType[];

  @Field(() => [FactType])
  facts!: readonly FactType[];

  @Field(() => SizeFindingType)
  sizeClass!: SizeFindingType;

  @Field(() => ScorecardType, {
    nullable: true,
    description: 'Null when the invoices it rests on may not be read or are disputed.',
  })
  scorecard!: Score | null;

  @Field(() => [InvoiceMonthType])
  invoiceMonths!: readonly MonthlyInvoices[];
}

export const creditFileShape = (file: CreditFileView): CreditFileType => ({
  id: file.registered.organisation.id,
  enterprise: enterpriseShape(file.registered),
  purpose: file.purpose,
  today: file.today,
  classes: file.classes.map(classShape),
  facts: attributes.filter(({ key }) => !isRequestAttribute(key)).map(attribute => factShape(attribute, file.facts, file.today)),
  sizeClass: sizeShape(file.size),
  scorecard: file.scorecard,
  invoiceMonths: file.invoiceMonths,
});

function classShape({ decision, recordCount, newestAsOf, latest }: ClassSummary): CreditFileClassType {
  const { name, department } = dataClassOf(decision.dataClass);
  return {
    dataClass: decision.dataClass,
    name,
    department,
    recordCount,
    newestAsOf,
    isReadable: decision.grade === 'full',
    grade: decision.grade,
    reason: decision.reason,
    consentId: decision.consent?.id ?? null,
    latest: latest.map(creditRecordShape),
  };
}

function factShape(attribute: Attribute, facts: Facts, today: CalendarDate): FactType {
  const fact = factOf(facts, attribute.key);
  const about = {
    attribute: attribute.key,
    label: attribute.label,
    dataClass: attribute.dataClass,
    isKnown: fact.known,
    unit: attribute.kind === 'number' ? attribute.unit : null,
  };
  if (fact.known)
    return {
      ...about,
      value: fact.value,
      display: describeMeasured(attribute, fact.value, today),
      asOf: fact.asOf,
      source: fact.source,
      reason: null,
      settledBy: [],
    };
  const settledBy = fact.dataClasses ?? dataClassesOf(attribute);
  return { ...about, value: null, display: null, asOf: null, source: null, reason: fact.reason, settledBy };
}

const sizeShape = ({ sizeClass, row, inputs, missing, tableVersion }: SizeFinding): SizeFindingType => ({
  ...inputs,
  sizeClass,
  industry: row?.name ?? null,
  thresholds: row === null ? [] : thresholdsOf(row),
  missing,
  tableVersion,
});

const thresholdsOf = (row: SizeRow): SizeThresholdType[] =>
  (['LARGE', 'MEDIUM', 'SMALL'] as const).map(sizeClass => {
    const { employees = null, revenueFen = null, assetsFen = null } = row[sizeClass];
    return { sizeClass, employees, revenueFen, assetsFen };
  });

@InputType('CreditRecordFilter')
class CreditRecordFilterInput {
  @Field(() => String, { nullable: true })
  dataClass?: string | null;

  @Field(() => ID, { nullable: true, description: 'Your own firm when left out.' })
  enterpriseId?: string | null;

  @Field(() => ConsentPurposeWord, { nullable: true, description: "What another firm's records are read for." })
  purpose?: ConsentPurpose | null;
}

@InputType()
export class CreditRecordListInput extends ListInput {
  @Field(() => CreditRecordFilterInput, { nullable: true })
  filter?: CreditRecordFilterInput | null;
}

export const CreditRecordPage = pageOf(CreditRecordType, 'CreditRecord');
