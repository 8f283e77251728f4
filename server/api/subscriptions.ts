import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { ExecutionPatchResult } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestContext } from '../context';
import type { FollowingContext } from '../graphql/following';
import { type Admission, admissions, admit, signedIn } from '../graphql/guard';
import { invalidInput, notAllowed } from '../shared/refusals';
import { createAdmission } from './admission';
import { presentError } from './errors';
import type { GraphQLOptions } from './graphql';
import { limits } from './limits';
import { requestContext } from './requestContext';

/** Streams of one user for each subscription: a browser opens six connections in all, and each page looked at has its own. */
const streamsPerUserMax = 6;

type Open = { readonly userId: string; readonly operation: string; readonly reply: FastifyReply };

/**
 * `POST /graphql/stream` with `accept: text/event-stream`: one GraphQL subscription as server-sent events, by the protocol of
 * graphql-sse in distinct connections. It is measured, guarded and refused as what `POST /graphql` answers is; who asks is looked
 * at anew before each event, so that a session that ended, or was taken away, ends the stream.
 */
export function serveSubscriptions(app: FastifyInstance, options: GraphQLOptions): void {
  const { schema } = options;
  const admitted = createAdmission(schema);
  const open = new Set<Open>();
  const handle = handlerOf(schema);
  app.addHook('preClose', async () => {
    for (const { reply } of open) reply.raw.end();
  });

  app.post('/graphql/stream', { bodyLimit: limits.bodyBytesMax }, async (request, reply) => {
    const { operation } = subscriptionIn(schema, admitted(request.body));
    const admission = admissions.get(operation) ?? { kinds: [] };
    const context = await requestContext(options, request, reply);
    admit(admission, context);
    const { userId } = signedIn(context).actor;
    checkRoom(open, userId, operation);
    request.following = followed(context, admission, () => requestContext(options, request, reply));
    const stream = { userId, operation, reply };
    open.add(stream);
    reply.hijack();
    reply.raw.once('close', () => open.delete(stream));
    try {
      await handle(request, reply);
    } catch (error) {
      request.log.error({ err: error }, 'a subscription failed');
      reply.raw.end();
    } finally {
      open.delete(stream);
    }
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What a subscription may know, made anew before each event. */
    following?: FollowingContext;
  }
}

function handlerOf(schema: GraphQLSchema) {
  const contextOf = (request: FastifyRequest): FollowingContext => {
    if (!request.following) throw new Error('the request follows nothing');
    return request.following;
  };
  const present = (request: FastifyRequest, result: ExecutionResult | ExecutionPatchResult) =>
    'errors' in result && result.errors
      ? { ...result, errors: result.errors.map(error => presentError(error, contextOf(request))) }
      : undefined;
  return createHandler<Record<PropertyKey, unknown>>({
    schema,
    // One connection for each subscription: no token that a stranger could guess.
    authenticate: () => null,
    context: ({ raw }) => contextOf(raw) as unknown as Record<PropertyKey, unknown>,
    onNext: (_, { raw }, result) => present(raw, result) as ExecutionResult | undefined,
  });
}

/** The same object throughout, as GraphQL hands one to every event; what it holds is replaced. */
function followed(context: RequestContext, admission: Admission, again: () => Promise<RequestContext>): FollowingContext {
  const renewed: FollowingContext = Object.assign(context, {
    async renew() {
      const { renew: _, ...fresh } = (await again()) as FollowingContext;
      admit(admission, fresh);
      Object.assign(renewed, fresh);
    },
  });
  return renewed;
}

function subscriptionIn(schema: GraphQLSchema, admitted: { readonly operation: string }) {
  if (schema.getSubscriptionType()?.getFields()[admitted.operation]) return admitted;
  throw invalidInput('query', admitted.operation, 'stream.subscription', {
    zh: '此地址只接受订阅（subscription）：查询和变更请发往 /graphql。',
    en: 'Only a subscription is taken here: send queries and mutations to /graphql.',
  });
}

function checkRoom(open: ReadonlySet<Open>, userId: string, operation: string): void {
  const own = [...open].filter(stream => stream.userId === userId && stream.operation === operation);
  if (own.length < streamsPerUserMax) return;
  throw notAllowed(
    {
      zh: `同时打开的实时页面不能超过 ${streamsPerUserMax} 个，请关闭其他页面。`,
      en: `At most ${streamsPerUserMax} live pages can be open at once: close some.`,
    },
    { rule: 'live.streams' },
  );
}
