import { Field, ID, Int, ObjectType } from 'type-graphql';
import { choiceOf } from '../graphql/choice';
import { InstantScalar, Measured } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { ProductLabel } from '../products/vocabulary';
import { ProductLabelWord } from '../products/words';
import type { Instant } from '../shared/dates';
import type { Text } from '../shared/text';
import type { DisclosedFigure } from './disclosure/disclosedFigure';
import type { Indicator, Indicators } from './figures/indicators';
import type { InsuranceFigures } from './figures/insuranceFigures';
import type { LabelFigures } from './figures/labelFigures';
import { type DimensionName, dimensionNames, dimensions } from './measures/dimensions';
import { type Measure, type MeasureUnit, measureUnits } from './measures/measure';
import { hiddenLegend, type MeasureCell, type MeasureTable } from './measures/measureTable';

export const DimensionWord = choiceOf('MeasureDimension', dimensionNames, 'By what figures may be broken down.');
export const MeasureUnitWord = choiceOf('MeasureUnit', measureUnits, 'How many, fen, basis points, or working days.');

@ObjectType('MeasureDimensionLabel')
export class DimensionType {
  @Field(() => DimensionWord)
  name!: DimensionName;

  @Field(() => TextType)
  label!: Text;
}

@ObjectType('Measure', { description: 'A figure that regulators read.' })
export class MeasureType {
  @Field(() => ID)
  name!: string;

  @Field(() => TextType)
  label!: Text;

  @Field(() => TextType, { description: 'The sentence that says what is counted.' })
  definition!: Text;

  @Field(() => MeasureUnitWord)
  unit!: MeasureUnit;

  @Field(() => [DimensionType])
  dimensions!: readonly DimensionType[];
}

@ObjectType('MeasureCell')
export class MeasureCellType implements MeasureCell {
  @Field(() => [String], { nullable: 'items', description: 'One for each dimension asked for; null: the total over it.' })
  keys!: readonly (string | null)[];

  @Field(() => [TextType])
  labels!: readonly Text[];

  @Field(() => Measured, { nullable: true, description: 'Null: hidden, or nothing to compute it from. Zero is zero.' })
  value!: number | null;

  @Field(() => Boolean)
  isHidden!: boolean;
}

@ObjectType('MeasureTable')
export class MeasureTableType {
  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => [DimensionWord])
  groupBy!: readonly DimensionName[];

  @Field(() => String, { description: 'The first month, YYYY-MM.' })
  from!: string;

  @Field(() => String, { description: 'The last month, YYYY-MM, included.' })
  to!: string;

  @Field(() => InstantScalar)
  asOf!: Instant;

  @Field(() => Int, { description: 'How many cells are hidden, totals included.' })
  hiddenCells!: number;

  @Field(() => TextType, { description: 'What to write beside a hidden cell.' })
  legend!: Text;

  @Field(() => [MeasureCellType])
  rows!: readonly MeasureCell[];

  @Field(() => [MeasureCellType], { description: 'The totals over some or all dimensions; reported figures have none.' })
  totals!: readonly MeasureCell[];
}

@ObjectType('DisclosedFigure')
export class DisclosedFigureType implements DisclosedFigure {
  @Field(() => Measured, { nullable: true, description: 'Null: hidden, or nothing to compute it from. Zero is zero.' })
  value!: number | null;

  @Field(() => Boolean)
  isHidden!: boolean;
}

@ObjectType('LabelFigures', { description: 'What a product label stands for at the end of a month; amounts in fen.' })
export class LabelFiguresType implements Omit<LabelFigures, 'month'> {
  @Field(() => ProductLabelWord)
  label!: ProductLabel;

  @Field(() => String)
  month!: string;

  @Field(() => Int, { description: 'Loan products published now.' })
  products!: number;

  @Field(() => DisclosedFigureType)
  transactions!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  firms!: DisclosedFigure;

  @Field(() => DisclosedFigureType, { description: 'Everything disbursed so far.' })
  cumulative!: DisclosedFigure;

  @Field(() => DisclosedFigureType, { description: 'What of it has not been paid back.' })
  balance!: DisclosedFigure;
}

@ObjectType('InsuranceFigures', { description: 'What insurance stands for at the end of a month; cover in fen.' })
export class InsuranceFiguresType implements Omit<InsuranceFigures, 'month'> {
  @Field(() => ProductLabelWord, { nullable: true })
  label!: ProductLabel | null;

  @Field(() => String)
  month!: string;

  @Field(() => Int, { description: 'Insurance products published now.' })
  products!: number;

  @Field(() => DisclosedFigureType, { description: 'Firms with a contract so far, each counted once.' })
  clients!: DisclosedFigure;

  @Field(() => DisclosedFigureType, { description: 'The cover of all contracts so far.' })
  cover!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  clientsInForce!: DisclosedFigure;

  @Field(() => DisclosedFigureType)
  coverInForce!: DisclosedFigure;
}

@ObjectType('Indicator')
export class IndicatorType implements DisclosedFigure {
  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => Measured, { nullable: true, description: 'Null: hidden, or not reported.' })
  value!: number | null;

  @Field(() => Boolean)
  isHidden!: boolean;
}

@ObjectType('Indicators', { description: 'The indicators of one month from what institutions reported.' })
export class IndicatorsType {
  @Field(() => String)
  month!: string;

  @Field(() => InstantScalar)
  asOf!: Instant;

  @Field(() => Int)
  banksReported!: number;

  @Field(() => Int)
  banksAtWork!: number;

  @Field(() => [IndicatorType])
  items!: readonly IndicatorType[];
}

export const measureShape = ({ name, label, definition, unit, dimensions: names }: Measure): MeasureType => ({
  name,
  label,
  definition,
  unit,
  dimensions: names.map(name => ({ name, label: dimensions[name].label })),
});

export const tableShape = ({ measure, period, ...table }: MeasureTable): MeasureTableType => ({
  ...table,
  ...period,
  measure: measureShape(measure),
  legend: hiddenLegend,
});

export const indicatorsShape = ({ items, ...report }: Indicators): IndicatorsType => ({
  ...report,
  items: items.map(({ measure, ...figure }: Indicator) => ({ ...figure, measure: measureShape(measure) })),
});
