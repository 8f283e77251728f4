import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../context';
import { withDefaults } from './inputDefaults';

type Variables = Readonly<Record<string, unknown>>;

/** A query as a function: what it answers to one request. */
export type RunQuery = (context: RequestContext, variables: Variables) => Promise<ExecutionResult>;

/** What Apollo has made of a request: parsed, found valid, one operation chosen. */
export type Resolved = {
  readonly source: string;
  readonly operationName: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

/** Compiling takes some milliseconds, so only what comes back is worth it. */
const usesBeforeCompiling = 3;

/** More than all pages of the admin ask; the one longest not asked leaves first. */
const queriesKept = 500;

/**
 * Queries that come back, as functions: a third of the time graphql-js takes to interpret them, and nothing left to
 * parse, validate or plan. Apollo sees each of them first, so that what is here is known to be valid. Mutations stay
 * with graphql-js, on whose order of execution they rely, and introspection is not worth compiling.
 */
export class CompiledQueries {
  private readonly uses = new Map<string, { count: number; run: RunQuery | null }>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The function of a query that was compiled; null for everything else. */
  find(source: string, operationName: string): RunQuery | null {
    return this.uses.get(keyOf(source, operationName))?.run ?? null;
  }

  /** Takes note of a request that Apollo answers, and compiles it when it has come often enough. */
  note({ source, operationName, document, operation }: Resolved): void {
    if (operation.operation !== 'query' || source.includes('__schema')) return;
    const key = keyOf(source, operationName);
    const use = this.uses.get(key) ?? { count: 0, run: null };
    use.count += 1;
    if (use.count === usesBeforeCompiling) use.run = this.compile(document, operation, operationName);
    this.uses.delete(key);
    this.uses.set(key, use);
    if (this.uses.size > queriesKept) this.uses.delete(this.uses.keys().next().value ?? '');
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode, operationName: string): RunQuery | null {
    const compiled: CompiledQuery | ExecutionResult = compileQuery(this.schema, document, operationName || undefined);
    if (!isCompiledQuery(compiled)) return null;
    return async (context, variables) => {
      const { data, errors } = (await compiled.query(
        {},
        context,
        withDefaults(this.schema, operation, variables),
      )) as ExecutionResult;
      return errors ? { data, errors: errors.map(whole) } : { data };
    };
  }
}

const keyOf = (source: string, operationName: string): string => `${operationName}\n${source}`;

/** The compiler's errors may lack `extensions`, which everything after it reads. */
const whole = (error: GraphQLError): GraphQLError =>
  error.extensions ? error : Object.create(error, { extensions: { value: {} } });
