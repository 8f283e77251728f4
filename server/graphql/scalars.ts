import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { parseCalendarDate } from '../shared/dates';

const wholeNumber = (name: string, description: string): GraphQLScalarType<number, number> => {
  const parse = (value: unknown): number => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new GraphQLError(`${name} must be a whole number, not ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: node => parse(node.kind === Kind.INT ? Number(node.value) : 'kind' in node ? node.kind : node),
  });
};

/** GraphQL's Int ends at 21 million yuan in fen, so money has a scalar of its own. */
export const Money = wholeNumber('Money', 'An amount of money in whole fen (1/100 yuan), safe to 2^53.');
export const Rate = wholeNumber('Rate', 'A rate per year in whole basis points: 435 is 4.35 %.');
export const Measured = wholeNumber('Measured', 'A whole number in the unit said beside it: how many, fen, or basis points.');

const parseDate = (value: unknown): string => {
  const date = typeof value === 'string' ? parseCalendarDate(value) : null;
  if (date === null)
    throw new GraphQLError(`CalendarDate must be an existing day written YYYY-MM-DD, not ${JSON.stringify(value)}`);
  return date;
};

export const CalendarDateScalar = new GraphQLScalarType<string, string>({
  name: 'CalendarDate',
  description: 'A day of the calendar in Asia/Shanghai, written YYYY-MM-DD.',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: node => parseDate('value' in node ? node.value : node.kind),
});

const parseInstant = (value: unknown): Date => {
  const instant = typeof value === 'string' ? new Date(value) : value;
  if (!(instant instanceof Date) || Number.isNaN(instant.getTime()))
    throw new GraphQLError(`Instant must be a moment in ISO 8601, not ${JSON.stringify(value)}`);
  return instant;
};

export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  description: 'A moment in ISO 8601 with its zone.',
  serialize: value => parseInstant(value).toISOString(),
  parseValue: parseInstant,
  parseLiteral: node => parseInstant('value' in node ? node.value : node.kind),
});

const isFactValue = (value: unknown): value is FactValue =>
  ['number', 'boolean', 'string'].includes(typeof value) ||
  (Array.isArray(value) && value.every(part => typeof part === 'string' || typeof part === 'number'));

type FactValue = number | boolean | string | readonly (string | number)[];

const parseFactValue = (value: unknown): FactValue => {
  if (isFactValue(value)) return value;
  throw new GraphQLError(`not the value of a fact: ${JSON.stringify(value)}`);
};

/** Whether an attribute can have the value is for the dictionary to say. */
export const FactValueScalar = new GraphQLScalarType<FactValue, FactValue>({
  name: 'FactValue',
  description: 'A number in its unit, true or false, a day, a code, or a list of codes; a range is two numbers.',
  serialize: parseFactValue,
  parseValue: parseFactValue,
  parseLiteral: (node, variables) => parseFactValue(valueFromASTUntyped(node, variables)),
});

/** Answers only: records come in by imports, which check them by the fields of their class. */
export const RecordValueScalar = new GraphQLScalarType<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>>({
  name: 'RecordValue',
  description: 'The fields of a credit record as the data catalogue describes them: money in fen, shares in basis points.',
  serialize: value => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    throw new GraphQLError(`not the value of a record: ${JSON.stringify(value)}`);
  },
  parseValue: value => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    throw new GraphQLError('The value of a record is an object of its fields.');
  },
});
