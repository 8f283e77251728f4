import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database';

/** `GET /metrics` for Prometheus: the process, the event loop, requests by route and operation, and the database. */
export function serveMetrics(app: FastifyInstance, db: Database): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'rongqiao_request_seconds',
    help: 'Time to answer, by route, GraphQL operation and status.',
    labelNames: ['route', 'operation', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'rongqiao_database_up',
    help: '1 when the database answers.',
    registers: [registry],
    async collect() {
      this.set(
        await db.ping().then(
          () => 1,
          () => 0,
        ),
      );
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    // Only names from our own routes and schema: a label that a caller could invent would fill the memory.
    const route = request.routeOptions.url ?? 'unknown';
    const operation = request.admitted?.operation ?? '';
    durations.observe({ route, operation, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
