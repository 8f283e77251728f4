import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database';

/** `/healthz`: the process answers. `/readyz`: it can also reach its database, which it migrated before it listened. */
export function serveHealth(app: FastifyInstance, db: Database): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    try {
      await db.ping();
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error }, 'database does not answer');
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });
}
