import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.RONGQIAO_SERVER ?? 'http://127.0.0.1:4000';

/** The admin and the API explorer; `npm run dev` serves them with the API behind the same address. */
export default defineConfig({
  root: 'admin',
  plugins: [react()],
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // A directive for React's compiler in a package of the explorer, which means nothing to a bundler.
      onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
      input: ['index.html', 'explorer.html'].map(page => fileURLToPath(new URL(`admin/${page}`, import.meta.url))),
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/import/', '/export/', '/healthz', '/readyz', '/metrics'].map(path => [path, server]),
    ),
  },
});
