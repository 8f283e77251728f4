import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { serveExports } from './exports';
import { serveGraphQL } from './graphql';
import { headersOfAll } from './headers';
import { serveHealth } from './health';
import { serveMetrics } from './metrics';
import { servePages } from './pages';
import type { Surroundings } from './requestContext';
import { answerErrors } from './requestErrors';
import { serveSubscriptions } from './subscriptions';
import { serveUploads } from './uploads';

export type ServerOptions = Surroundings & {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** Where the built admin lies. */
  readonly pagesFolder: string;
};

/** The whole platform on one port, not yet listening: GraphQL, uploads, exports, pages, health and metrics. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, db, log, newId } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // logRequests writes one line instead of Fastify's two.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(newId()),
    requestIdHeader: false,
    trustProxy: false,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  await app.register(cookie);
  await app.register(compress, { encodings: ['gzip', 'deflate'], threshold: 1024 });
  await app.register(rateLimit, { global: false });

  const headers = headersOfAll(config);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  serveMetrics(app, db);
  serveHealth(app, db);
  await serveGraphQL(app, options);
  await serveUploads(app, options);
  serveExports(app, options);
  serveSubscriptions(app, options);
  await servePages(app, options.pagesFolder, { withExplorer: !config.isProduction });
  logRequests(app, log);
  return app;
}

/** Ids that rise within this process and meet no other's: making a new UUID for each would cost more than its log line. */
function requestIds(process: string): () => string {
  let requests = 0;
  return () => {
    requests += 1;
    return `${process}-${requests}`;
  };
}

/** One line a request: changes at info, what only reads at debug, what failed inside at error. */
function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'error' : request.admitted?.isMutation ? 'info' : 'debug';
    if (!log.isLevelEnabled(level)) return;
    const { method, url } = request;
    const operation = request.admitted?.operation;
    request.log[level]({ method, url, operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
