import { z } from 'zod';

/**
 * The only file that reads the environment. Everything the platform can be told from outside is here,
 * parsed once; `configurationTable` in the README lists the same names.
 */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SESSION_HOURS: z.coerce
    .number()
    .positive()
    .max(24 * 30)
    .default(12),
  SECURE_COOKIE: z.enum(['true', 'false']).default('false'),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly dialect: 'sqlite' | 'postgres';
  readonly isProduction: boolean;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly sessionHours: number;
  readonly isCookieSecure: boolean;
};

/** The configuration that `environment` describes; throws one sentence that names each wrong variable. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.')}="${given[String(issue.path[0])] ?? ''}" ${issue.message}`,
    );
    throw new Error(`Configuration is not valid: ${problems.join('; ')}.`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    dialect: values.DATABASE_URL ? 'postgres' : 'sqlite',
    isProduction: values.NODE_ENV === 'production',
    logLevel: values.LOG_LEVEL,
    sessionHours: values.SESSION_HOURS,
    isCookieSecure: values.SECURE_COOKIE === 'true',
  };
}

export const config = parseConfig(process.env);
