import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Config } from '../config';
import type { RequestContext } from '../context';
import { notAllowed } from '../shared/refusals';
import { type Admitted, createAdmission } from './admission';
import { compiledQueries } from './compiledQueries';
import { presentError } from './errors';
import { limits } from './limits';
import { requestContext, type Surroundings } from './requestContext';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of a GraphQL request before it runs. */
    admitted: Admitted | null;
  }
}

export type GraphQLOptions = Surroundings & {
  readonly schema: GraphQLSchema;
  readonly config: Surroundings['config'] & Pick<Config, 'isProduction' | 'signInsPerMinute'>;
};

/** `POST /graphql`: admission, then Apollo with compiled queries and errors as our readers may see them. */
export async function serveGraphQL(app: FastifyInstance, options: GraphQLOptions): Promise<void> {
  const { schema, config } = options;
  const admit = createAdmission(schema);
  const errors = new OriginalErrors();
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
      compiledQueries(schema),
      presentingErrors(errors),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  const tries = app.createRateLimit({ max: config.signInsPerMinute, timeWindow: '1 minute' });
  app.decorateRequest('admitted', null);
  app.post('/graphql', {
    bodyLimit: limits.bodyBytesMax,
    preHandler: async request => {
      request.admitted = admit(request.body);
      if (request.admitted.triesPassword) await refuseTooManyTries(request);
    },
    handler: fastifyApolloHandler(apollo, { context: (request, reply) => requestContext(options, request, reply) }),
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

/** Apollo formats errors before a plugin can see who asks; this remembers what they were. */
class OriginalErrors {
  private readonly originals = new WeakMap<GraphQLFormattedError, unknown>();

  keep(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    this.originals.set(formatted, error);
    return formatted;
  }

  of(error: GraphQLFormattedError): unknown {
    return this.originals.get(error) ?? error;
  }
}

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
