import { defineConfig } from 'vite';

/** One file of JavaScript that starts in a fraction of the time; what has native parts or workers stays outside. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  oxc: { decorator: { legacy: true } },
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    // Half the text to read at every start. Names stay: GraphQL types and errors are called by those of their classes.
    rolldownOptions: { output: { minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } } } },
  },
  ssr: {
    noExternal: true,
    external: ['@node-rs/argon2', 'better-sqlite3', 'exceljs', 'fastify', 'pdfkit', 'pg', 'pino', 'subset-font'],
  },
});
