import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One field of Query or Mutation, with the document that asks for everything it can answer. */
export type Operation = {
  readonly name: string;
  readonly isMutation: boolean;
  readonly args: readonly GraphQLArgument[];
  readonly document: string;
  /** The places among its arguments that take an id, as `list.filter.enterpriseId`. */
  readonly idPaths: readonly string[];
  /** Those of them that it cannot be asked without. */
  readonly requiredIdPaths: readonly string[];
  /** Whether it names the version of the record that the caller has read. */
  readonly takesVersion: boolean;
};

/** What an argument is to hold, by its path; a value above a path stands for all below it. */
export type Given = Readonly<Record<string, unknown>>;

/** Every operation of the schema, by name. */
export const operationsOf = (schema: GraphQLSchema): ReadonlyMap<string, Operation> =>
  new Map(
    [schema.getQueryType(), schema.getMutationType()]
      .flatMap((root, place) => Object.values(root?.getFields() ?? {}).map(field => operationOf(field, place === 1)))
      .map(operation => [operation.name, operation]),
  );

function operationOf(field: GraphQLField<unknown, unknown>, isMutation: boolean): Operation {
  const declared = field.args.map(declarationOf).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = `${field.name}${passed && `(${passed})`}${selectionOf(field.type, [])}`;
  return {
    name: field.name,
    isMutation,
    args: field.args,
    document: `${isMutation ? 'mutation' : 'query'} ${declared && `(${declared}) `}{ ${call} }`,
    idPaths: field.args.flatMap(each => idPathsOf(each, '')),
    requiredIdPaths: field.args.filter(isRequired).flatMap(each => idPathsOf(each, '', isRequired)),
    takesVersion: field.args.some(({ name }) => name === 'version'),
  };
}

/** A variable for an argument; one with a default may be left out. */
const declarationOf = ({ name, type, defaultValue }: GraphQLArgument): string =>
  `$${name}: ${defaultValue !== undefined && isNonNullType(type) ? type.ofType : type}`;

/** Deep enough for a page, its records, their parts and what is named there: a leak hides below the first level. */
const depthMax = 4;

/** All fields of a type and of those below it; a type is not asked for again inside itself. */
function selectionOf(type: GraphQLOutputType, above: readonly GraphQLNamedType[]): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const inside = [...above, named];
  const fields = Object.values(named.getFields())
    .filter(({ args }) => !args.some(isRequired))
    .map(field => [field, getNamedType(field.type)] as const)
    .filter(([, of]) => isLeafType(of) || (inside.length < depthMax && !inside.includes(of)))
    .map(([field]) => `${field.name}${selectionOf(field.type, inside)}`);
  return ` { ${['__typename', ...fields].join(' ')} }`;
}

type Input = GraphQLArgument | GraphQLInputField;

const isRequired = ({ type, defaultValue }: Input): boolean => isNonNullType(type) && defaultValue === undefined;

function idPathsOf({ name, type }: Input, prefix: string, which: (input: Input) => boolean = () => true): string[] {
  const path = `${prefix}${name}`;
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID' || /Ids?$/.test(name) ? [path] : [];
  const fields = Object.values(named.getFields()).filter(which);
  return fields.flatMap(field => idPathsOf(field, `${path}.`, which));
}

/** Variables for `operation`: what is given, an example of whatever else is required, and nothing that is not. */
export const variablesOf = ({ args }: Operation, given: Given): Record<string, unknown> => objectOf(args, '', given);

function objectOf(fields: readonly Input[], prefix: string, given: Given) {
  const values = fields.map(field => [field.name, valueFor(field, `${prefix}${field.name}`, given)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function valueFor(input: Input, path: string, given: Given): unknown {
  if (path in given) return asListFor(input.type, given[path]);
  const isGivenBelow = Object.keys(given).some(each => each.startsWith(`${path}.`));
  return isRequired(input) || isGivenBelow ? exampleOf(input.type, path, given) : undefined;
}

function exampleOf(type: GraphQLInputType, path: string, given: Given): unknown {
  if (isNonNullType(type)) return exampleOf(type.ofType, path, given);
  if (isListType(type)) return [exampleOf(type.ofType, path, given)];
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), `${path}.`, given);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const example = examples[type.name];
  if (example === undefined) throw new Error(`The matrix knows no example of the scalar ${type.name}: add one`);
  return example;
}

/** Values that every command takes, or refuses only after it has looked who asks for what. */
const examples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  CalendarDate: '2027-03-31',
  Float: 1,
  ID: '00000000-0000-7000-8000-00000000dead',
  Int: 1,
  Money: 100_000_000,
  Rate: 400,
  RecordValue: {},
  RuleJson: { all: [] },
  String: '按约定办理',
};

const asListFor = (type: GraphQLInputType, value: unknown): unknown => {
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) && !Array.isArray(value) ? [value] : value;
};
