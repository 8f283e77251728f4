import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { RequestContext } from '../context';
import { answerUnderKey, type KeepingDatabase, type KeyedCommand, keepAnswer, keepingKey } from '../idempotency/commandUnderKey';
import { digestOf, readKey } from '../idempotency/key';

/** The header of draft-ietf-httpapi-idempotency-key-header; the answer to a repeat says that it is one. */
const keyHeader = 'idempotency-key';
const replayedHeader = 'idempotency-replayed';

/** A command that runs under a key: its context, and how what it is answered is kept. */
export type KeyedRun = { readonly context: RequestContext; readonly keep: (status: number, answer: unknown) => Promise<void> };

type Body = { readonly query: string; readonly operationName?: unknown; readonly variables?: unknown };

/**
 * Takes a command that was sent under a key: null when it was carried out before and `reply` has its answer; otherwise the context
 * to run it in. Refuses a key of another form or of other content. Whoever is not signed in has no keys: nothing is kept of them.
 */
export async function takeKeyed(
  context: RequestContext,
  { request, reply, holdsSecret }: { request: FastifyRequest; reply: FastifyReply; holdsSecret: boolean },
): Promise<KeyedRun | null> {
  const sent = request.headers[keyHeader];
  if (typeof sent !== 'string' || context.actor === null) return { context, keep: async () => undefined };
  const { query, operationName, variables } = request.body as Body;
  const command: KeyedCommand = {
    userId: context.actor.userId,
    key: readKey(sent),
    digest: digestOf({ query, operationName: operationName ?? null, variables: variables ?? {} }),
  };
  const known = await answerUnderKey(context.db, command);
  if (known) {
    reply.code(known.status).type('application/json; charset=utf-8').header(replayedHeader, 'true').send(known.answer);
    return null;
  }
  const keeping: KeepingDatabase = keepingKey(context, command);
  return {
    context: { ...context, db: keeping.db },
    async keep(status, answer) {
      if (!keeping.isKept() || holdsSecret || typeof answer !== 'string') return;
      await keepAnswer(context.db, command, { status, answer });
    },
  };
}

/** Whether what one of these operations answers holds what is shown once: it is not kept for a repeat. */
export const answersSecret = (schema: GraphQLSchema, rootFields: readonly string[]): boolean =>
  rootFields.some(name => {
    const field = schema.getMutationType()?.getFields()[name];
    const answered = field ? getNamedType(field.type) : null;
    return isObjectType(answered) && Object.keys(answered.getFields()).some(each => secrets.includes(each));
  });

const secrets: readonly string[] = ['token', 'secret'];
