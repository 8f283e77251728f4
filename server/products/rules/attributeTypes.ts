import { Field, Float, ObjectType } from 'type-graphql';
import { TextType } from '../../graphql/text';
import { type Attribute, attributes } from '../../matching/attributes';
import { type Operator, operatorLabels, operatorsOf } from '../../matching/rule';
import type { Text } from '../../shared/text';
import type { Word } from '../vocabulary';

@ObjectType('Word', { description: 'A word of a fixed list: its code and its label.' })
export class WordType implements Word {
  @Field(() => String)
  code!: string;

  @Field(() => TextType)
  label!: Text;
}

@ObjectType('Attribute', { description: 'What a rule may ask about a firm or its request: one entry of the dictionary.' })
export class AttributeType {
  @Field(() => String)
  key!: string;

  @Field(() => TextType)
  label!: Text;

  @Field(() => TextType)
  about!: Text;

  @Field(() => String, { description: 'The class of credit data that it comes from.' })
  dataClass!: string;

  @Field(() => [String], { description: 'Further classes that it is computed from.' })
  alsoFrom!: readonly string[];

  @Field(() => String, { description: 'number, date, boolean, enum, set or tree.' })
  kind!: string;

  @Field(() => [WordType], { description: 'The operators of its kind, in the order an editor offers them.' })
  operators!: readonly Word[];

  @Field(() => [WordType], { description: 'enum, set: the values. boolean: true and false in words.' })
  values!: readonly Word[];

  @Field(() => String, { nullable: true, description: 'number: fen, month, year, count, person, bp, kWh, m3 or mu.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'number: the measure word of a count in Chinese.' })
  counter!: string | null;

  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;

  @Field(() => [Float], { description: 'number: round values that rules usually use.' })
  commonCuts!: readonly number[];

  @Field(() => String, { nullable: true, description: 'tree: adcode or gbt4754.' })
  tree!: string | null;

  @Field(() => String, { description: 'What can move the value: act, wait or fixed.' })
  change!: string;
}

@ObjectType('ProductVocabulary', { description: 'Every fixed list that a product is described with.' })
export class ProductVocabularyType {
  @Field(() => [WordType])
  categories!: readonly Word[];

  @Field(() => [WordType])
  labels!: readonly Word[];

  @Field(() => [WordType], { description: 'The same labels as an insurance product wears them.' })
  insuranceLabels!: readonly Word[];

  @Field(() => [WordType])
  securities!: readonly Word[];

  @Field(() => [WordType])
  repaymentMethods!: readonly Word[];

  @Field(() => [WordType])
  purposes!: readonly Word[];

  @Field(() => [WordType])
  feeKinds!: readonly Word[];

  @Field(() => [WordType])
  feeChargers!: readonly Word[];

  @Field(() => [WordType])
  feePayers!: readonly Word[];

  @Field(() => [WordType])
  feeTimings!: readonly Word[];

  @Field(() => [WordType])
  repricings!: readonly Word[];

  @Field(() => [WordType])
  lprTenors!: readonly Word[];
}

const operatorWord = (operator: Operator): Word => ({ code: operator, label: operatorLabels[operator] });

const shapeOf = (attribute: Attribute): AttributeType => ({
  key: attribute.key,
  label: attribute.label,
  about: attribute.about,
  dataClass: attribute.dataClass,
  alsoFrom: attribute.alsoFrom ?? [],
  kind: attribute.kind,
  operators: operatorsOf(attribute.kind).map(operatorWord),
  values: valuesOf(attribute),
  unit: attribute.kind === 'number' ? attribute.unit : null,
  counter: attribute.kind === 'number' ? (attribute.counter ?? null) : null,
  min: attribute.kind === 'number' ? attribute.min : null,
  max: attribute.kind === 'number' ? attribute.max : null,
  commonCuts: attribute.kind === 'number' ? attribute.commonCuts : [],
  tree: attribute.kind === 'tree' ? attribute.tree : null,
  change: attribute.change,
});

function valuesOf(attribute: Attribute): Word[] {
  if (attribute.kind === 'enum' || attribute.kind === 'set')
    return Object.entries(attribute.values).map(([code, label]) => ({ code, label }));
  if (attribute.kind !== 'boolean') return [];
  return [
    { code: 'true', label: attribute.whenTrue },
    { code: 'false', label: attribute.whenFalse },
  ];
}

/** The dictionary as the rule editor draws it. */
export const attributeShapes: readonly AttributeType[] = attributes.map(shapeOf);
