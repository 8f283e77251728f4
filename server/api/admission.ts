import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse } from 'graphql';
import { invalidInput } from '../shared/refusals';
import { measure, signIns, type Variables } from './cost';
import { answersSecret } from './keyedCommands';
import { batchRefused, beyond, limits } from './limits';

/** What is known of a request before it runs. */
export type Admitted = {
  /** The first field asked for, as metrics and logs name the request: a word of the schema, never the caller's. */
  readonly operation: string;
  readonly isMutation: boolean;
  readonly triesPassword: boolean;
  /** What it answers is shown once. */
  readonly answersSecret: boolean;
};

type Known = Admitted & { readonly document: DocumentNode; readonly isAlwaysAffordable: boolean };

/** Documents kept: more than all pages of the admin ask, few enough for a caller who never repeats one. */
const documentsKept = 500;

/**
 * Looks at the body of each request before Apollo does: refuses batches, documents that are too large, and what
 * `measure` refuses. A document that was found affordable whatever its variables is recognised by its text.
 */
export function createAdmission(schema: GraphQLSchema): (body: unknown) => Admitted {
  const kept = new Map<string, Known>();
  return body => {
    const { query, variables } = readBody(body);
    let known = kept.get(query);
    if (!known) {
      known = judge(schema, query);
      kept.set(query, known);
      if (kept.size > documentsKept) kept.delete(kept.keys().next().value ?? '');
    }
    if (!known.isAlwaysAffordable) measure(schema, known.document, variables);
    return known;
  };
}

function readBody(body: unknown): { query: string; variables: Variables } {
  if (Array.isArray(body)) throw batchRefused(body.length);
  const parts = (body ?? {}) as Record<string, unknown>;
  const { query } = parts;
  if (typeof query !== 'string' || query.trim() === '')
    throw invalidInput('query', null, 'document.missing', {
      zh: '请求体中缺少 GraphQL 查询：请以 JSON 提交 {"query": "…", "variables": {…}}。',
      en: 'The request body has no GraphQL document: post JSON with {"query": "…", "variables": {…}}.',
    });
  if (query.length > limits.documentCharactersMax) throw beyond('documentCharactersMax');
  for (const [name, kind] of Object.entries(optionalParts)) {
    const part = parts[name];
    if (part !== undefined && part !== null && (typeof part !== kind || Array.isArray(part))) throw malformedPart(name, kind);
  }
  return { query, variables: (parts.variables ?? {}) as Variables };
}

const optionalParts = { variables: 'object', extensions: 'object', operationName: 'string' };

const malformedPart = (name: string, kind: string) =>
  invalidInput(name, null, 'body.shape', {
    zh: `请求体中的 ${name} 应为 ${kind === 'object' ? 'JSON 对象' : '字符串'}。`,
    en: `"${name}" in the request body must be ${kind === 'object' ? 'a JSON object' : 'a string'}.`,
  });

function judge(schema: GraphQLSchema, query: string): Known {
  const document = parseWithin(query);
  const { values, rootFields } = measure(schema, document, null);
  return {
    document,
    isAlwaysAffordable: values <= limits.valuesMax,
    operation: rootFields[0] ?? 'none',
    isMutation: document.definitions.some(node => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation'),
    triesPassword: rootFields.some(name => signIns.includes(name)),
    answersSecret: answersSecret(schema, rootFields),
  };
}

function parseWithin(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokensMax, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) throw beyond('tokensMax');
    const [at] = error.locations ?? [];
    const place = at
      ? { zh: `第 ${at.line} 行第 ${at.column} 列`, en: `line ${at.line}, column ${at.column}` }
      : { zh: '', en: '' };
    throw invalidInput('query', null, 'document.syntax', {
      zh: `GraphQL 查询有语法错误（${place.zh}）：${error.message}`,
      en: `The GraphQL document has a syntax error (${place.en}): ${error.message}`,
    });
  }
}
