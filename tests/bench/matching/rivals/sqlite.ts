import Database from 'better-sqlite3';
import { columns, firmColumns } from '../columns';
import { type Block, sizeOf } from '../firms';
import type { RowRival, Rules } from './rival';
import { placesWhere } from './rival';
import { sqlOf } from './sql';

/** SQLite on one firm: every product an expression of one prepared query over a row of one table. */
export function sqliteRow(rules: Rules): RowRival<number> {
  const database = new Database(':memory:');
  database.exec(`CREATE TABLE firm (id INTEGER PRIMARY KEY, ${columns.map(({ name }) => `"${name}" INTEGER`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO firm VALUES (NULL, ${columns.map(() => '?').join(', ')})`);
  const query = database
    .prepare<[number], (number | null)[]>(`SELECT ${rules.map(sqlOf).join(', ')} FROM firm WHERE id = ?`)
    .raw();
  return {
    name: 'better-sqlite3, one row',
    inputOf: numbers => Number(insert.run(numbers.map(number => (Number.isNaN(number) ? null : number))).lastInsertRowid),
    eligible: id => placesWhere(query.get(id) ?? [], truth => truth === 1),
  };
}

export type SqlitePopulation = {
  readonly append: (block: Block) => void;
  /** How many firms are certainly eligible for one product. */
  readonly certain: (product: number) => number;
};

/** SQLite over a whole population, with every query prepared. */
export function sqlitePopulation(rules: Rules): SqlitePopulation {
  const database = new Database(':memory:');
  database.exec(`CREATE TABLE firm (${firmColumns.map(({ name }) => `"${name}" INTEGER`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO firm VALUES (${firmColumns.map(() => '?').join(', ')})`);
  const queries = rules.map(clauses => database.prepare<[], number>(`SELECT count(*) FROM firm WHERE ${sqlOf(clauses)}`).pluck());
  return {
    append: database.transaction((block: Block) => {
      for (let row = 0; row < sizeOf(block); row++)
        insert.run(block.map(values => (Number.isNaN(values[row]) ? null : values[row])));
    }),
    certain: product => queries[product]?.get() ?? Number.NaN,
  };
}
