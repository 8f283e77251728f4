import {
  astFromValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables of a request with the defaults of input fields written out. Compiled queries refuse an input whose
 * required field was left to its default, as every list's `page` may be; graphql-js does not.
 */
export function withDefaults(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  given: Variables,
): Variables {
  const filled: Record<string, unknown> = { ...given };
  for (const { variable, type: node } of variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]) as GraphQLInputType | undefined;
    if (type && name in given) filled[name] = fill(type, given[name]);
  }
  return filled;
}

function fill(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isNonNullType(type)) return fill(type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map(item => fill(type.ofType, item)) : fill(type.ofType, value);
  if (!isInputObjectType(type)) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const field of Object.values(type.getFields())) {
    const inner = filled[field.name];
    if (inner !== undefined) filled[field.name] = fill(field.type, inner);
    else if (field.defaultValue !== undefined) filled[field.name] = asSent(field.defaultValue, field.type);
  }
  return filled;
}

/** A default as a caller would have sent it: an enum by its name, a date as text. */
function asSent(value: unknown, type: GraphQLInputType): unknown {
  const node = astFromValue(value, type);
  return node ? valueFromASTUntyped(node) : value;
}
