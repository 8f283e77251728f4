import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GroupCommit } from './groupCommit';

let folder: string;
let writer: Sqlite.Database;
let other: Sqlite.Database;
let units: GroupCommit;
let commits: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rongqiao-group-'));
  writer = new Sqlite(join(folder, 'a.db'), { timeout: 0 });
  writer.pragma('journal_mode = WAL');
  writer.exec(
    'create table kept (number integer primary key, owner integer references kept(number) deferrable initially deferred)',
  );
  other = new Sqlite(join(folder, 'a.db'), { timeout: 0 });
  commits = 0;
  units = new GroupCommit(writer, { beforeCommit: () => undefined, afterCommit: () => (commits += 1) });
});
afterEach(() => {
  writer.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

const keeping =
  (number: number, owner: number | null = null) =>
  async () => {
    writer.prepare('insert into kept values (?, ?)').run(number, owner);
    // As a unit of work does between two queries.
    await undefined;
    return number;
  };
const failing = (number: number) => async () => {
  await keeping(number)();
  throw new Error(`no ${number}`);
};
const numbers = (): number[] =>
  other
    .prepare<[], { number: number }>('select number from kept order by number')
    .all()
    .map(({ number }) => number);

const told = async (...works: (() => Promise<number>)[]): Promise<unknown[]> =>
  (await Promise.allSettled(works.map(work => units.add(work)))).map(outcome =>
    outcome.status === 'fulfilled' ? outcome.value : String((outcome.reason as Error).message),
  );

describe('units of work that wait at the same time', () => {
  it('run in the order in which they came and are committed together', async () => {
    expect(await told(keeping(1), keeping(2), keeping(3))).toEqual([1, 2, 3]);
    expect([numbers(), commits]).toEqual([[1, 2, 3], 1]);
  });

  it('are told of nothing that others cannot see yet', async () => {
    const seen: number[][] = [];
    const [first, second] = [keeping(1), keeping(2)];
    await Promise.all(
      [first, failing(9), second].map(work =>
        units.add(work).then(
          () => seen.push(numbers()),
          () => seen.push(numbers()),
        ),
      ),
    );
    expect(seen).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it.each([
    ['first', [failing(1), keeping(2), keeping(3)], ['no 1', 2, 3], [2, 3]],
    ['one between', [keeping(1), failing(2), keeping(3)], [1, 'no 2', 3], [1, 3]],
    ['last', [keeping(1), keeping(2), failing(3)], [1, 2, 'no 3'], [1, 2]],
    ['every one', [failing(1), failing(2)], ['no 1', 'no 2'], []],
  ])('are undone by themselves: the %s', async (_which, works, outcomes, left) => {
    expect(await told(...works)).toEqual(outcomes);
    expect(numbers()).toEqual(left);
  });

  it('see what the one before has written, and nothing of one that failed', async () => {
    const counting = async () => (writer.prepare('select count(*) as rows from kept').get() as { rows: number }).rows;
    expect(await told(keeping(1), counting, failing(2), counting)).toEqual([1, 1, 'no 2', 1]);
  });

  it('are sixteen to a commit', async () => {
    await told(...Array.from({ length: 33 }, (_, at) => keeping(at)));
    expect([numbers().length, commits]).toEqual([33, 3]);
  });

  it('are all lost where the database takes back everything at once, and the next begin anew', async () => {
    const losing = async () => {
      writer.exec('rollback');
      throw new Error('the disk is full');
    };
    expect(await told(keeping(1), losing)).toEqual(['the disk is full', 'the disk is full']);
    expect(await told(keeping(3))).toEqual([3]);
    expect(numbers()).toEqual([3]);
  });

  it('are all refused where the commit is', async () => {
    writer.pragma('foreign_keys = ON');
    expect(await told(keeping(1), keeping(2, 99))).toEqual(['FOREIGN KEY constraint failed', 'FOREIGN KEY constraint failed']);
    expect(numbers()).toEqual([]);
    expect(await told(keeping(3))).toEqual([3]);
  });

  it('lose one and not the others where another program holds the database for a moment', async () => {
    other.exec('begin immediate');
    const first = units.add(keeping(1)).catch((error: Error) => {
      other.exec('rollback');
      return error.message;
    });
    const second = units.add(keeping(2));
    expect([await first, await second]).toEqual(['database is locked', 2]);
    expect(numbers()).toEqual([2]);
  });

  it('have ended once nothing runs and nobody waits', async () => {
    const ended: number[] = [];
    void units.add(keeping(1)).then(number => ended.push(number));
    void units.add(keeping(2)).then(number => ended.push(number));
    await units.idle();
    expect(ended).toEqual([1, 2]);
  });

  it('do not keep the next ones waiting where what follows a commit fails', async () => {
    let failures = 1;
    units = new GroupCommit(writer, {
      beforeCommit: () => undefined,
      afterCommit() {
        if (failures-- > 0) throw new Error('the log cannot be read');
      },
    });
    const first = units.add(keeping(1));
    const ended = units.idle().catch((error: Error) => error.message);
    expect([await first, await ended]).toEqual([1, 'the log cannot be read']);
    expect(await units.add(keeping(2))).toBe(2);
    expect(numbers()).toEqual([1, 2]);
  });
});
