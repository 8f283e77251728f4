import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built admin at `/` and, outside production, the API explorer at `/explorer`. */
export async function servePages(app: FastifyInstance, folder: string, options: { withExplorer: boolean }): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.log.warn({ folder }, 'the admin is not built: only the API is served');
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    // The build has laid what is worth it beside each file; nobody asks for those by their own names.
    preCompressed: true,
    // Names under assets/ carry a digest of their content; every page asks anew which of them it needs.
    setHeaders: (reply, path) => {
      const isNamedByContent = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    globIgnore: ['**/*.br', '**/*.gz', ...(options.withExplorer ? [] : ['explorer.html'])],
  });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
  if (options.withExplorer) app.get('/explorer', (_request, reply) => reply.sendFile('explorer.html'));
}
