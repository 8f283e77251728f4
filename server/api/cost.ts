import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { perPageDefault, perPageMax } from '../shared/list';
import { beyond, limits, pageTooLarge } from './limits';

/** How many items a list without pages is taken to have. */
const itemsOfPlainList = 10;

/** The operations that try a password. */
export const signIns: readonly string[] = ['signIn', 'issueToken'];

export type Variables = Readonly<Record<string, unknown>>;

export type Measure = {
  /** How many values the answer may hold. */
  readonly values: number;
  /** The fields of the root types that are asked for, in order. */
  readonly rootFields: readonly string[];
};

/**
 * Measures what `document` may make the server answer: every field once, times the sizes of the lists around it.
 * A list with pages counts the records asked for; with `variables` null, each page whose size a variable decides is
 * taken at its largest. Refuses what is too deep, too wide, too often renamed or too large as soon as that is
 * certain, so that an adversary's document costs no more than a friend's.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode, variables: Variables | null): Measure {
  const walk = new Walk(schema, document, variables);
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) walk.operation(definition);
  return walk;
}

/** Where the walk is: how deep, and how many times each field here is answered. */
type Place = { readonly depth: number; readonly times: number; readonly pageSize: number };

class Walk implements Measure {
  values = 0;
  readonly rootFields: string[] = [];
  private steps = 0;
  private aliases = 0;
  private commands = 0;
  private signIns = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly entered = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables | null,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  operation(definition: OperationDefinitionNode): void {
    const root = this.schema.getRootType(definition.operation) ?? undefined;
    this.selections(definition.selectionSet, root, { depth: 1, times: 1, pageSize: perPageDefault });
  }

  private selections(set: SelectionSetNode, type: GraphQLNamedType | undefined, place: Place): void {
    if (place.depth > limits.depthMax) throw beyond('depthMax');
    for (const selection of set.selections) {
      this.steps += 1;
      if (this.steps > limits.stepsMax) throw beyond('stepsMax');
      if (selection.kind === Kind.FIELD) this.field(selection, type, place);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) this.spread(selection.name.value, place);
      else {
        const condition = selection.typeCondition?.name.value;
        this.selections(selection.selectionSet, condition ? this.schema.getType(condition) : type, place);
      }
    }
  }

  private spread(name: string, place: Place): void {
    const fragment = this.fragments.get(name);
    // An unknown fragment, and one inside itself, are refused by validation, which comes later.
    if (!fragment || this.entered.has(name)) return;
    this.entered.add(name);
    this.selections(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value), place);
    this.entered.delete(name);
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined, place: Place): void {
    if (node.alias) this.aliases += 1;
    if (this.aliases > limits.aliasesMax) throw beyond('aliasesMax');
    if (parent && parent === this.schema.getMutationType()) this.command(node.name.value);
    const field = fieldOf(parent, node.name.value);
    if (field && place.depth === 1) this.rootFields.push(field.name);
    const pageSize = field ? pageSizeAsked(node, field, this.variables) : place.pageSize;
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const isPage = isList && node.name.value === 'items';
    const times = isList ? place.times * (isPage ? place.pageSize : itemsOfPlainList) : place.times;
    this.values += times;
    if (this.values > limits.valuesMax && this.variables) throw beyond('valuesMax');
    if (node.selectionSet)
      this.selections(node.selectionSet, field && getNamedType(field.type), { depth: place.depth + 1, times, pageSize });
  }

  private command(name: string): void {
    this.commands += 1;
    if (this.commands > limits.commandsMax) throw beyond('commandsMax');
    if (signIns.includes(name)) this.signIns += 1;
    if (this.signIns > limits.signInsMax) throw beyond('signInsMax');
  }
}

const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

const fieldOf = (parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[name] ?? metaFields[name]) : undefined;

/** The records a page of `field` holds as `node` asks for it; refuses more than a page may hold. */
function pageSizeAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables | null): number {
  const paging = field.args.find(({ type }) => {
    const named = getNamedType(type);
    return isInputObjectType(named) && 'perPage' in named.getFields();
  });
  if (!paging) return perPageDefault;
  const given = node.arguments?.find(argument => argument.name.value === paging.name)?.value;
  if (!given) return perPageDefault;
  const perPage = perPageOf(given, variables);
  if (perPage > perPageMax) throw pageTooLarge(perPage);
  return Math.max(1, perPage);
}

function perPageOf(given: NonNullable<FieldNode['arguments']>[number]['value'], variables: Variables | null): number {
  const isGivenByVariable =
    given.kind === Kind.VARIABLE ||
    (given.kind === Kind.OBJECT &&
      given.fields.some(({ name, value }) => name.value === 'perPage' && value.kind === Kind.VARIABLE));
  if (isGivenByVariable && !variables) return perPageMax;
  const value: unknown = valueFromASTUntyped(given, variables);
  const perPage = value && typeof value === 'object' && 'perPage' in value ? value.perPage : undefined;
  return typeof perPage === 'number' ? perPage : perPageDefault;
}
