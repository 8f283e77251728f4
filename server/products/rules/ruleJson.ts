import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';

const parse = (value: unknown): object => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new GraphQLError('RuleJson must be an object such as {"all": […]}');
};

/** A rule as JSON: what it may say is checked by the rule language, so that every problem is reported with its path. */
export const RuleJson = new GraphQLScalarType<object, object>({
  name: 'RuleJson',
  description: 'An eligibility rule: {"all": [{"attr", "op", "value"}, {"any": […]}, …]}. See checkRule and attributes.',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node, variables) => parse(valueFromASTUntyped(node, variables)),
});
