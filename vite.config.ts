import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.RONGQIAO_SERVER ?? 'http://127.0.0.1:4000';

const bytesMin = 1_024;

/** What is sent as it lies there is compressed once, here, instead of for everybody who opens it. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const { fileName } of Object.values(bundle)) {
      const path = join(dir, fileName);
      const content = /\.(js|css|svg)$/.test(fileName) ? readFileSync(path) : Buffer.alloc(0);
      if (content.length < bytesMin) continue;
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(`${path}.gz`, gzipSync(content));
    }
  },
};

/** The admin and the API explorer; `npm run dev` serves them with the API behind the same address. */
export default defineConfig({
  root: 'admin',
  plugins: [react(), compressed],
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
