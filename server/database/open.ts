import { join } from 'node:path';
import type { Config } from '../config';
import type { Database } from './database';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import type { OnStatement } from './statements';

export const databaseFile = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'rongqiao.db');

/** Opens the database that the configuration names, without migrating it. */
export const openDatabase = (config: Pick<Config, 'dataDir' | 'databaseUrl'>, onStatement?: OnStatement): Database =>
  config.databaseUrl ? openPostgres(config.databaseUrl, { onStatement }) : openSqlite(databaseFile(config), { onStatement });
