import { setImmediate as turn } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';

/** How many units of work a commit keeps at most: whoever came first waits for the last of them. */
const unitsMax = 16;

type Unit = {
  readonly run: () => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
};

/** What became of a unit, told once its group is on the disk: a refusal too may rest on what an earlier one has written. */
type Outcome = () => void;

export type GroupCommitOptions = {
  /** What it answers is waited for. */
  readonly beforeCommit: () => Promise<void> | undefined;
  readonly afterCommit: () => void;
};

/**
 * Units of work on one SQLite connection, one after the other, in the order in which they came. Those that wait while
 * another runs are committed together, for the disk takes as long over one as over ten; each is kept or undone by itself,
 * and nobody hears of one before it is on the disk.
 */
export class GroupCommit {
  readonly #waiting: Unit[] = [];
  readonly #begin: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  readonly #mark: Sqlite.Statement;
  readonly #undo: Sqlite.Statement;
  readonly #keep: Sqlite.Statement;
  #running: Promise<void> | undefined;

  constructor(
    private readonly writer: Sqlite.Database,
    private readonly options: GroupCommitOptions,
  ) {
    this.#begin = writer.prepare('BEGIN IMMEDIATE');
    this.#commit = writer.prepare('COMMIT');
    this.#mark = writer.prepare('SAVEPOINT unit');
    this.#undo = writer.prepare('ROLLBACK TO unit');
    this.#keep = writer.prepare('RELEASE unit');
  }

  /** Runs `work` as one unit when its turn has come; answers what it answers once it is on the disk. */
  add<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ run: work, done: result => resolve(result as Result), failed: reject });
      this.#running ??= this.#runAll();
    });
  }

  /** Once nothing runs and nobody waits. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #runAll(): Promise<void> {
    // Whoever asked goes on first, as ever when one waits for a promise.
    await undefined;
    try {
      while (this.#waiting.length > 0) {
        await this.#runGroup();
        // What they answer goes out, and new requests come in, before the next group begins.
        if (this.#waiting.length > 0) await turn();
      }
    } finally {
      // Whatever happens after a commit, the next one who asks is not left waiting for ever.
      this.#running = undefined;
    }
  }

  async #runGroup(): Promise<void> {
    const units: Unit[] = [];
    const outcomes: Outcome[] = [];
    try {
      this.#begin.run();
      for (let unit = this.#waiting.shift(); unit; unit = units.length < unitsMax ? this.#waiting.shift() : undefined) {
        units.push(unit);
        outcomes.push(await this.#outcomeOf(unit, units.length === 1));
      }
      await this.options.beforeCommit();
      this.#commit.run();
    } catch (error) {
      if (this.writer.inTransaction) this.writer.exec('ROLLBACK');
      // Nobody had begun: it is the first of those who wait that could not.
      if (units.length === 0) units.push(...this.#waiting.splice(0, 1));
      for (const { failed } of units) failed(error);
      return;
    }
    for (const tell of outcomes) tell();
    this.options.afterCommit();
  }

  /** Runs one unit and undoes what it has written should it fail. Throws where the whole group is lost with it. */
  async #outcomeOf({ run, done, failed }: Unit, isFirst: boolean): Promise<Outcome> {
    // Before the first there is nothing to go back to but the beginning; going back to a mark costs memory for every page.
    if (!isFirst) this.#mark.run();
    try {
      const result = await run();
      if (!isFirst) this.#keep.run();
      return () => done(result);
    } catch (error) {
      // A full disk undoes everything at once.
      if (!this.writer.inTransaction) throw error;
      if (isFirst) {
        this.writer.exec('ROLLBACK');
        this.#begin.run();
      } else {
        this.#undo.run();
        this.#keep.run();
      }
      return () => failed(error);
    }
  }
}
