import {
  BIGINT,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBType,
  INTEGER,
  TINYINT,
} from '@duckdb/node-api';
import { type Column, firmColumns } from '../columns';
import { type Block, sizeOf } from '../firms';
import type { Rules } from './rival';
import { sqlOf } from './sql';

/** How many firms DuckDB finds for one product: those certainly eligible, and with `both` also those that may be. */
export type DuckDb = {
  /** Takes firms in, at most 2,048 at once. */
  readonly append: (block: Block) => void;
  readonly prepare: () => Promise<void>;
  readonly certain: (product: number) => Promise<number>;
  readonly both: (product: number) => Promise<{ readonly certain: number; readonly possible: number }>;
  readonly close: () => void;
};

/** DuckDB on one thread over typed columns, with every query prepared. */
export async function duckDb(rules: Rules): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const types = firmColumns.map(typeOf);
  await connection.run(`CREATE TABLE firm (${firmColumns.map(({ name }, index) => `"${name}" ${types[index]}`).join(', ')})`);
  const appender = await connection.createAppender('firm');
  const counts: DuckDBPreparedStatement[] = [];
  const pairs: DuckDBPreparedStatement[] = [];
  return {
    append: block => appender.appendDataChunk(chunkOf(block, types)),
    prepare: async () => {
      appender.closeSync();
      for (const holds of rules.map(sqlOf)) {
        counts.push(await connection.prepare(`SELECT count(*) FROM firm WHERE ${holds}`));
        // Of the forms that ask for both counts, the one that DuckDB answers fastest.
        const open = `count(*) FILTER (WHERE (${holds}) IS NULL)`;
        pairs.push(await connection.prepare(`SELECT count(*) FILTER (WHERE ${holds}), ${open} FROM firm`));
      }
    },
    certain: async product => (await firstRow(counts[product]))[0] ?? Number.NaN,
    both: async product => {
      const [certain = Number.NaN, open = Number.NaN] = await firstRow(pairs[product]);
      return { certain, possible: certain + open };
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function firstRow(statement: DuckDBPreparedStatement | undefined): Promise<number[]> {
  if (statement === undefined) throw new RangeError('no such product');
  const [row = []] = await (await statement.run()).getRows();
  return row.map(Number);
}

/** The narrowest type that holds the column. */
function typeOf({ attribute }: Column): DuckDBType {
  if (attribute.kind === 'boolean' || attribute.kind === 'enum') return TINYINT;
  return attribute.kind === 'number' && attribute.max > 0x7fff_ffff ? BIGINT : INTEGER;
}

function chunkOf(block: Block, types: readonly DuckDBType[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(types, sizeOf(block));
  block.forEach((values, column) => {
    const isWide = types[column] === BIGINT;
    chunk.setColumnValues(
      column,
      Array.from(values, value => (Number.isNaN(value) ? null : isWide ? BigInt(value) : value)),
    );
  });
  return chunk;
}
