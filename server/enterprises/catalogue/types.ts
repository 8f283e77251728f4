import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { TextType } from '../../graphql/text';
import { dataClassCodes } from '../../shared/dataClassCodes';
import type { Text } from '../../shared/text';
import { type Field as ClassField, type DataClass, needsConsent } from '../dataClasses';

@ObjectType('DataClassFieldValue')
export class DataClassFieldValueType {
  @Field(() => String)
  code!: string;

  @Field(() => TextType)
  label!: Text;
}

@ObjectType('DataClassField', { description: 'One field of the records of a class.' })
export class DataClassFieldType {
  @Field(() => String)
  key!: string;

  @Field(() => TextType)
  label!: Text;

  @Field(() => String, { description: 'text, count, number, money (fen), share (basis points), date, month, boolean or enum.' })
  type!: ClassField['type'];

  @Field(() => TextType, { nullable: true })
  unit!: Text | null;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => String, { description: "O: open to publish. A: only with the firm's authorisation." })
  mode!: 'O' | 'A';

  @Field(() => Boolean)
  isPersonal!: boolean;

  @Field(() => [DataClassFieldValueType], { description: 'The codes of an enum; empty otherwise.' })
  values!: readonly DataClassFieldValueType[];

  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;
}

@ObjectType('DataClass', { description: 'One class of the catalogue of shared data about a firm.' })
export class DataClassType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => Int, { description: 'Its place in the catalogue, from 1.' })
  number!: number;

  @Field(() => TextType)
  name!: Text;

  @Field(() => TextType)
  department!: Text;

  @Field(() => [String], { description: 'O: open. A: authorised. V: the holder answers yes or no.' })
  modes!: readonly string[];

  @Field(() => [Int], { description: '1 public, 2 business-sensitive, 3 personal or highly sensitive.' })
  levels!: readonly number[];

  @Field(() => String, { description: 'd day, w week, m month, y year, e with each event.' })
  refresh!: string;

  @Field(() => TextType, { nullable: true, description: 'Category of the national sharing list.' })
  category!: Text | null;

  @Field(() => String, { description: 'snapshot, month, year or register: how its records add up.' })
  shape!: string;

  @Field(() => Boolean, { description: "Whether some of it can be read only with the firm's authorisation." })
  needsConsent!: boolean;

  @Field(() => [DataClassFieldType])
  fields!: readonly DataClassFieldType[];
}

export const dataClassShape = (dataClass: DataClass): DataClassType => ({
  id: dataClass.code,
  code: dataClass.code,
  number: dataClassCodes.indexOf(dataClass.code) + 1,
  name: dataClass.name,
  department: dataClass.department,
  modes: dataClass.modes,
  levels: dataClass.levels,
  refresh: dataClass.refresh,
  category: dataClass.category,
  shape: dataClass.shape,
  needsConsent: needsConsent(dataClass.code),
  fields: Object.entries(dataClass.fields).map(([key, field]) => fieldShape(key, field)),
});

const fieldShape = (key: string, field: ClassField): DataClassFieldType => ({
  key,
  label: field.label,
  type: field.type,
  unit: field.unit ?? null,
  isRequired: field.isRequired,
  mode: field.mode,
  isPersonal: field.isPersonal,
  values: Object.entries(field.values ?? {}).map(([code, label]) => ({ code, label })),
  min: field.min ?? null,
  max: field.max ?? null,
});
