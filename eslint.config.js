// Only the two typed rules that no other tool has: a Drizzle query that nobody awaits never runs, silently.
import tseslint from 'typescript-eslint';

export default [
  { ignores: ['dist', 'node_modules', 'admin/generated'] },
  {
    files: ['server/**/*.ts', 'seeds/**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          checkThenables: true,
          // A reply can be awaited, but nothing is lost when it is not: its methods answer the reply itself.
          allowForKnownSafePromises: [{ from: 'package', name: 'FastifyReply', package: 'fastify' }],
        },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
];
