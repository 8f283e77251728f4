import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Config } from '../config';
import type { RequestContext } from '../context';
import { invalidInput, notAllowed } from '../shared/refusals';
import { inLocale } from '../shared/text';
import { type Admitted, createAdmission } from './admission';
import { CompiledQueries } from './compiledQueries';
import { internal, presentError } from './errors';
import { type KeyedRun, takeKeyed } from './keyedCommands';
import { limits } from './limits';
import { requestContext, type Surroundings } from './requestContext';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of a GraphQL request before it runs. */
    admitted: Admitted | null;
    /** What a GraphQL request may know; made before Apollo runs, so that a failure is answered as any other. */
    context: RequestContext | null;
    /** Keeps what a command under a key is answered. */
    keep: KeyedRun['keep'] | null;
  }
}

export type GraphQLOptions = Surroundings & {
  readonly schema: GraphQLSchema;
  readonly config: Surroundings['config'] & Pick<Config, 'isProduction' | 'signInsPerMinute'>;
};

/**
 * `POST /graphql`: admission, then Apollo, or the compiled query when Apollo has answered the same one before. Errors
 * leave as our readers may see them.
 */
export async function serveGraphQL(app: FastifyInstance, options: GraphQLOptions): Promise<void> {
  const { schema, config } = options;
  const admit = createAdmission(schema);
  const errors = new OriginalErrors();
  const compiled = new CompiledQueries(schema);
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: !config.isProduction,
    hideSchemaDetailsFromClientErrors: config.isProduction,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: app.log,
    formatError: (formatted, error) => errors.keep(formatted, error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      noting(compiled),
      presentingErrors(errors),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  const answerByApollo = fastifyApolloHandler(apollo, { context: async request => made(request.context) });
  const tries = app.createRateLimit({ max: config.signInsPerMinute, timeWindow: '1 minute' });
  app.decorateRequest('admitted', null);
  app.decorateRequest('context', null);
  app.decorateRequest('keep', null);
  app.get('/graphql', () => {
    throw onlyPosted();
  });
  app.post('/graphql', {
    bodyLimit: limits.bodyBytesMax,
    preHandler: async (request, reply) => {
      request.admitted = admit(request.body);
      if (request.admitted.triesPassword) await refuseTooManyTries(request);
      request.context = await requestContext(options, request, reply);
      if (!request.admitted.isMutation) return;
      const taken = await takeKeyed(request.context, { request, reply, holdsSecret: request.admitted.answersSecret });
      if (taken === null) return reply;
      request.context = taken.context;
      request.keep = taken.keep;
    },
    async onSend({ keep }, { statusCode }, answer) {
      await keep?.(statusCode, answer);
      return answer;
    },
    async handler(request, reply) {
      const context = made(request.context);
      const { query, operationName, variables } = request.body as AdmittedBody;
      const run = isPlainJson(request) ? compiled.find(query, operationName ?? '') : null;
      if (!run) return answerByApollo.call(app, request, reply);
      const { data, errors: failed } = await run(context, variables ?? {});
      // As Apollo answers variables that cannot be read: nothing ran, so there is no `data`.
      reply.code(data === undefined ? 400 : 200).type('application/json; charset=utf-8');
      return JSON.stringify(failed ? { errors: failed.map(error => presentError(error, context)), data } : { data });
    },
  });

  /** Lock-out protects one account; this protects all of them from one address. */
  async function refuseTooManyTries(request: FastifyRequest): Promise<void> {
    const tried = await tries(request);
    if (tried.isAllowed || !tried.isExceeded) return;
    throw notAllowed(
      {
        zh: `此地址登录过于频繁，请在 ${tried.ttlInSeconds} 秒后重试。`,
        en: `Too many sign-ins from this address: try again in ${tried.ttlInSeconds} seconds.`,
      },
      { rule: 'signIn.perMinute', retryAfterSeconds: tried.ttlInSeconds },
    );
  }
}

/** Queries in an address are kept by whatever it passes through, and a page of another house may ask them. */
const onlyPosted = () =>
  invalidInput('method', 'GET', 'request.method', {
    zh: '请以 POST 方式提交，请求体为 JSON：{"query": "…", "variables": {…}}。',
    en: 'Send it by POST, with JSON as the body: {"query": "…", "variables": {…}}.',
  });

/** What a body is once it was admitted. */
type AdmittedBody = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

/** Whether the answer may be plain JSON; other media types of GraphQL are Apollo's to choose. */
const isPlainJson = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept === undefined || (/application\/json|\*\/\*/.test(accept) && !accept.includes('graphql-response'));

function made(context: RequestContext | null): RequestContext {
  if (!context) throw new Error('the request has no context');
  return context;
}

/** Apollo formats errors before a plugin can see who asks; this remembers what they were. */
class OriginalErrors {
  private readonly originals = new WeakMap<GraphQLFormattedError, unknown>();

  /** What Apollo answers where no plugin comes after it is a defect of its own or ours: it says no more than that. */
  keep({ extensions, ...formatted }: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const isDefect = extensions?.code === 'INTERNAL_SERVER_ERROR';
    const shown = isDefect
      ? { message: inLocale(internal, 'zh'), extensions: { code: 'INTERNAL' } }
      : { ...formatted, extensions };
    this.originals.set(shown, error);
    return shown;
  }

  of(error: GraphQLFormattedError): unknown {
    return this.originals.get(error) ?? error;
  }
}

const noting = (compiled: CompiledQueries): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ source, request, document, operation }) {
      if (operation) compiled.note({ source, operationName: request.operationName ?? '', document, operation });
    },
  }),
});

const presentingErrors = (errors: OriginalErrors): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue }) {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      response.body.singleResult.errors = response.body.singleResult.errors.map(error =>
        presentError(errors.of(error), contextValue),
      );
    },
  }),
});
