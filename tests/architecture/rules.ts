/** Foundations that every module stands on. */
const base = ['shared', 'database', 'context', 'audit', 'changes', 'graphql'];

/**
 * Who may import whom: the map of docs/architecture.md as data. A folder of server/ by its name, a file of server/
 * itself as `server/NAME`; everything may import itself.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  matching: ['shared'],
  'server/config': ['shared'],
  database: ['shared', 'server/config'],
  'server/context': ['shared', 'database'],
  'server/ticker': [],
  graphql: ['shared', 'server/context'],
  audit: ['shared', 'database', 'graphql', 'server/context'],
  changes: ['shared', 'database', 'server/context'],
  printing: ['shared'],
  calendar: [...base, 'server/context'],
  idempotency: ['shared', 'database', 'server/context', 'identity'],
  identity: [...base, 'server/context'],
  messages: [...base, 'server/context', 'server/config', 'server/ticker', 'identity'],
  enterprises: [...base, 'server/context', 'identity', 'messages', 'matching'],
  products: [...base, 'server/context', 'identity', 'messages', 'matching'],
  policies: [...base, 'server/context', 'identity', 'matching', 'enterprises', 'products'],
  matchmaking: [...base, 'server/context', 'server/config', 'identity', 'matching', 'enterprises', 'products'],
  imports: [...base, 'server/context', 'server/config', 'identity', 'matching', 'enterprises', 'products', 'financing'],
  financing: [
    ...base,
    'calendar',
    'printing',
    'idempotency',
    'server/context',
    'identity',
    'messages',
    'matching',
    'enterprises',
    'products',
    'policies',
    'matchmaking',
  ],
  live: [...base, 'server/context', 'messages', 'enterprises', 'financing'],
  matchRuns: [
    ...base,
    'server/context',
    'server/ticker',
    'identity',
    'messages',
    'matching',
    'enterprises',
    'products',
    'oversight',
  ],
  scheduledWork: [...base, 'server/context', 'server/ticker', 'enterprises', 'financing'],
  oversight: [...base, 'calendar', 'server/context', 'identity', 'enterprises', 'products', 'financing'],
  api: [
    ...base,
    'server/context',
    'server/config',
    'identity',
    'messages',
    'enterprises',
    'products',
    'matchmaking',
    'imports',
    'financing',
    'oversight',
    'matchRuns',
    'calendar',
    'idempotency',
    'scheduledWork',
    'live',
    'policies',
    'printing',
  ],
  generation: ['shared', 'database', 'graphql', 'api', 'server/config'],
  'server/platform': [
    ...base,
    'server/config',
    'server/context',
    'identity',
    'messages',
    'matchmaking',
    'imports',
    'matchRuns',
    'scheduledWork',
    'api',
    'seeds',
  ],
  'server/makeReady': ['server/config', 'database'],
  'server/main': ['server/config', 'server/makeReady', 'server/platform', 'identity'],
  'server/generate': ['database', 'generation'],
  'server/import': ['*'],
  'server/verifyAudit': ['audit', 'database', 'server/config'],
  admin: [],
  seeds: ['*'],
};

/** Where a process begins: it takes the clock, chance and the machine's files from the world and hands them down. */
export const entries = ['server/main', 'server/generate', 'server/import', 'server/verifyAudit'];

/** Names that say nothing about what is inside. */
export const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'managers', 'lib'];

type Ban = {
  readonly what: string;
  readonly pattern: RegExp;
  /** Paths below which the ban holds. */
  readonly within: readonly string[];
  /** Paths that may, with their reason beside them. */
  readonly except?: readonly string[];
};

/** What some parts of the source never say. */
export const bans: readonly Ban[] = [
  {
    what: 'node built-ins, the environment or the console in the pure core',
    pattern: /from 'node:|\bprocess\.|\bconsole\.|\bglobalThis\b|\bfetch\(/,
    within: ['server/shared', 'server/matching'],
    // Starts the threads that match a large population.
    except: ['server/matching/threads.ts'],
  },
  {
    what: 'the clock',
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\b/,
    within: ['server'],
    except: [...entries.map(entry => `${entry}.ts`)],
  },
  {
    what: 'chance',
    pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
    within: ['server'],
    // Tokens and salts must be unpredictable, so no seed may stand behind them.
    except: ['server/identity/sessions/token.ts', 'server/identity/sessions/password.ts'],
  },
  {
    what: 'the environment, which server/config.ts alone reads',
    pattern: /\bprocess\.env\b/,
    within: ['server'],
    // Hands the environment on to the process that speaks the other dialect.
    except: ['server/config.ts', 'server/generation/migrations.ts'],
  },
  {
    what: 'queries that SQLite alone has (.get(), .all(), .run())',
    pattern: /\.(get|all|run)\(\)/,
    within: ['server', 'seeds'],
    except: ['server/database'],
  },
  {
    what: 'drizzle where no query belongs',
    pattern: /from 'drizzle-orm/,
    within: [
      'server/shared',
      'server/matching',
      'server/graphql',
      'server/api',
      'server/config.ts',
      'server/context.ts',
      'admin',
    ],
  },
  {
    what: 'drizzle in a file of fixed other purpose',
    pattern: /from 'drizzle-orm/,
    within: ['**/types.ts', '**/resolver.ts', '**/access.ts', '**/lifecycle.ts'],
  },
  {
    what: 'GraphQL outside types, resolvers, the vocabulary and the API',
    pattern: /from '(type-graphql|graphql)'/,
    within: ['server', 'seeds'],
    except: [
      'server/graphql',
      'server/api',
      'server/generation',
      '**/*ypes.ts',
      '**/*esolver.ts',
      'server/products/rules/ruleJson.ts',
    ],
  },
  {
    what: 'an escape from the type checker',
    pattern: /\bas any\b|@ts-(ignore|expect-error|nocheck)/,
    within: ['server', 'admin', 'seeds', 'tests'],
  },
];
