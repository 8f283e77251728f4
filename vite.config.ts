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

/** Whether a module may come with what the pages share: not what the explorer alone or only drawings need. */
const isOfPages = (module: string): boolean => !/codemirror|graphi?ql|explorer|Drawing/.test(module);

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
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\/|preload-helper/, priority: 1 },
            { name: 'charts', test: /node_modules\/(echarts|zrender)\//, priority: 1 },
            // What several pages share comes once, with the first of them: in pieces, a page would ask for twenty of them.
            { name: 'shared', test: isOfPages, minShareCount: 2 },
          ],
        },
      },
      input: ['index.html', 'explorer.html'].map(page => fileURLToPath(new URL(`admin/${page}`, import.meta.url))),
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/import/', '/export/', '/healthz', '/readyz', '/metrics'].map(path => [path, server]),
    ),
  },
});
