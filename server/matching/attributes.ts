import type { DataClassCode } from '../shared/dataClassCodes';
import type { AttributeEntry } from './dictionary/attribute';
import { declaredAttributes } from './dictionary/declared';
import { innovationAttributes } from './dictionary/innovation';
import { operationAttributes } from './dictionary/operation';
import { peopleAttributes } from './dictionary/people';
import { registrationAttributes } from './dictionary/registration';
import { requestAttributes } from './dictionary/request';
import { standingAttributes } from './dictionary/standing';
import { taxAttributes } from './dictionary/tax';

export type { AttributeKind, Changeability, Unit } from './dictionary/attribute';
export {
  type Purpose,
  purposes,
  type RepaymentMethod,
  repaymentMethods,
  type SecurityKind,
  securityKinds,
} from './dictionary/vocabulary';

const dictionary = {
  ...registrationAttributes,
  ...standingAttributes,
  ...taxAttributes,
  ...peopleAttributes,
  ...operationAttributes,
  ...innovationAttributes,
  ...declaredAttributes,
  ...requestAttributes,
};

export type AttributeKey = keyof typeof dictionary;
export type RequestAttributeKey = keyof typeof requestAttributes;

/** A dictionary entry with its key; `kind` tells which further fields it has. */
export type Attribute = AttributeEntry & { readonly key: AttributeKey };

export const attributeKeys: readonly AttributeKey[] = Object.keys(dictionary) as AttributeKey[];

/** The whole dictionary in the order it is shown in: everything a rule may ask for. */
export const attributes: readonly Attribute[] = attributeKeys.map(key => ({ ...dictionary[key], key }));

const byKey: ReadonlyMap<string, Attribute> = new Map(attributes.map(attribute => [attribute.key, attribute]));

/** The entry of a key that may have been typed by a person; undefined when the dictionary has no such attribute. */
export const findAttribute = (key: string): Attribute | undefined => byKey.get(key);

/** The entry of a key of the dictionary. */
export function attributeOf(key: AttributeKey): Attribute {
  const attribute = byKey.get(key);
  if (attribute === undefined) throw new RangeError(`the dictionary has no attribute ${key}`);
  return attribute;
}

export const isRequestAttribute = (key: AttributeKey): key is RequestAttributeKey => key in requestAttributes;

/** Every data class that a value of the attribute is computed from, the main one first. */
export const dataClassesOf = (attribute: Attribute): readonly DataClassCode[] => [
  attribute.dataClass,
  ...(attribute.alsoFrom ?? []),
];
