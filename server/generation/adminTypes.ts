import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** How each scalar crosses to the browser; one that is not named here is JSON of no fixed shape. */
const scalars: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  CalendarDate: 'string',
  Float: 'number',
  ID: 'string',
  Instant: 'string',
  Int: 'number',
  Measured: 'number',
  Money: 'number',
  Rate: 'number',
  String: 'string',
};

/** The types of `schema` in TypeScript: objects, inputs, enums, and the variables and results of every operation. */
export function adminTypes(schema: GraphQLSchema): string {
  const roots = new Set<GraphQLNamedType | null | undefined>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__') && !roots.has(type));
  const operations = [
    ...Object.entries({
      ...schema.getQueryType()?.getFields(),
      ...schema.getMutationType()?.getFields(),
      ...schema.getSubscriptionType()?.getFields(),
    }),
  ];
  return [
    ...types.flatMap(type => declaration(type) ?? []),
    `/** Every operation by its name: what it takes and what it answers. */\nexport type Operations = {\n${operations.map(([name, field]) => operation(name, field)).join('\n')}\n};\n`,
  ].join('\n');
}

function declaration(type: GraphQLNamedType): string | null {
  const comment = type.description ? `/** ${type.description} */\n` : '';
  if (isScalarType(type))
    return isSpecifiedScalarType(type) ? null : `${comment}export type ${type.name} = ${scalars[type.name] ?? 'unknown'};\n`;
  if (isEnumType(type)) {
    const words = type.getValues().map(({ name }) => `'${name}'`);
    return `${comment}export type ${type.name} = ${words.join(' | ')};\n`;
  }
  if (isUnionType(type)) {
    const members = type.getTypes().map(({ name }) => name);
    return `${comment}export type ${type.name} = ${members.join(' | ')};\n`;
  }
  const fields = isInputObjectType(type) ? Object.values(type.getFields()).map(inputField) : [];
  const shown = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).map(outputField) : fields;
  return `${comment}export type ${type.name} = {\n${shown.join('\n')}\n};\n`;
}

const outputField = ({ name, type, description }: GraphQLField<unknown, unknown>): string =>
  `${documented(description)}  readonly ${name}: ${written(type)};`;

const inputField = ({ name, type, description, defaultValue }: GraphQLInputField): string => {
  const mayBeLeftOut = !isNonNullType(type) || defaultValue !== undefined;
  return `${documented(description)}  readonly ${name}${mayBeLeftOut ? '?' : ''}: ${written(type)};`;
};

const documented = (description: string | null | undefined): string => (description ? `  /** ${description} */\n` : '');

function operation(name: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args.map(({ name: argument, type, defaultValue }) => {
    const mayBeLeftOut = !isNonNullType(type) || defaultValue !== undefined;
    return `${argument}${mayBeLeftOut ? '?' : ''}: ${written(type)}`;
  });
  return `  ${name}: { variables: {${args.length > 0 ? ` ${args.join('; ')} ` : ''}}; result: ${written(field.type)} };`;
}

function written(type: GraphQLType): string {
  if (isNonNullType(type)) return required(type.ofType);
  return `${required(type)} | null`;
}

function required(type: GraphQLType): string {
  if (isListType(type)) return `readonly ${arrayItem(written(type.ofType))}[]`;
  if (isNonNullType(type)) return required(type.ofType);
  return isScalarType(type) && isSpecifiedScalarType(type) ? (scalars[type.name] ?? 'unknown') : type.name;
}

const arrayItem = (item: string): string => (item.includes(' ') ? `(${item})` : item);
