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
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SESSION_HOURS: z.coerce
    .number()
    .positive()
    .max(24 * 30)
    .default(12),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(30),
  UPLOAD_MEGABYTES_MAX: z.coerce.number().int().min(1).max(4_096).default(200),
  NIGHTLY_MATCH_AT: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, 'must be HH:MM or off')
    .default('02:30'),
  SCHEDULED_WORK: z.enum(['daily', 'asked']).default('daily'),
  DEMO_SIZE: z.enum(['city', 'small']).default('city'),
  SECURE_COOKIE: z.enum(['true', 'false']).default('false'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('融桥 Rongqiao <no-reply@localhost>'),
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
  /** Sign-ins that one address may try in a minute, right or wrong. */
  readonly signInsPerMinute: number;
  readonly uploadMegabytesMax: number;
  /** When all firms are matched with all products each night, `HH:MM` in Asia/Shanghai; null for never. */
  readonly nightlyMatchAt: string | null;
  /** Whether scheduled work begins by itself each day, or only when the operator asks for it. */
  readonly isScheduledDaily: boolean;
  /** What an empty database outside production is filled with: Deyang by its published figures, or sixty firms. */
  readonly demoSize: 'city' | 'small';
  readonly isCookieSecure: boolean;
  /** Where people reach the pages, without a slash at the end: what e-mails lead to. */
  readonly publicUrl: string;
  /** Who takes the e-mails; undefined: they are written as files into `outbox` in the data folder. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
};

/** What is wrong with the environment, in one sentence for the person who set it. */
export class ConfigurationProblem extends Error {
  override readonly name = 'ConfigurationProblem';
}

/** The configuration that `environment` describes; throws one sentence that names each wrong variable. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.')}="${given[String(issue.path[0])] ?? ''}" ${issue.message}`,
    );
    throw new ConfigurationProblem(`Configuration is not valid: ${problems.join('; ')}.`);
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
    signInsPerMinute: values.SIGN_INS_PER_MINUTE,
    uploadMegabytesMax: values.UPLOAD_MEGABYTES_MAX,
    nightlyMatchAt: values.NIGHTLY_MATCH_AT === 'off' ? null : values.NIGHTLY_MATCH_AT,
    isScheduledDaily: values.SCHEDULED_WORK === 'daily',
    demoSize: values.DEMO_SIZE,
    isCookieSecure: values.SECURE_COOKIE === 'true',
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
  };
}

export const config = parseConfig(process.env);
