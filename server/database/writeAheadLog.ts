import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type Sqlite from 'better-sqlite3';
import { projectRoot } from './root';

/** How far the log may grow before it is copied into the database file: SQLite's own measure, 1,000 pages. */
const bytesMax = 1_000 * 4_096;

const checkpointThread = join(projectRoot, 'server/database/checkpoint.mjs');

/**
 * The file that SQLite writes ahead of the database, kept short and written to the disk without stopping the server.
 * By itself SQLite makes the commit that crosses the mark wait for the disk and then copy the whole log: after a mass
 * insert nobody else would have a turn for half a second.
 */
export class WriteAheadLog {
  readonly #path: string;
  #thread: Worker | undefined;
  #isCopying = false;
  #flushing: Promise<void> | undefined;

  constructor(
    private readonly writer: Sqlite.Database,
    private readonly databasePath: string,
  ) {
    this.#path = `${databasePath}-wal`;
    writer.pragma('wal_autocheckpoint = 0');
    // The first commit after a checkpoint cuts the log back to this, so that its size tells how much is not yet copied.
    writer.pragma(`journal_size_limit = ${bytesMax}`);
  }

  /**
   * Has the disk take what a unit of work has written so far. It may go on meanwhile; a long one waits for this before
   * its commit, which waits for the disk with everybody else waiting too, and then has little left to do.
   */
  flush(): Promise<void> {
    this.#flushing ??= flushFile(this.#path).finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  /** To be called after each commit: has another thread copy the log into the database once it is long. */
  shorten(): void {
    if (this.#isCopying || (statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) <= bytesMax) return;
    this.#isCopying = true;
    this.#thread ??= this.#startThread();
    this.#thread.postMessage('checkpoint');
  }

  async close(): Promise<void> {
    await this.#flushing;
    const thread = this.#thread;
    if (!thread) return;
    // Nothing else may keep the process alive by now, and it must not end before the thread has.
    thread.ref();
    const ended = new Promise(resolve => thread.once('exit', resolve));
    thread.postMessage('close');
    await ended;
  }

  #startThread(): Worker {
    const thread = new Worker(checkpointThread, { workerData: { path: this.databasePath }, execArgv: [] });
    thread.on('message', () => {
      this.#isCopying = false;
    });
    // Should the thread fail, the log must still not grow for ever: `#isCopying` stays, and SQLite copies as it always does.
    thread.on('error', () => {
      this.#thread = undefined;
      if (this.writer.open) this.writer.pragma('wal_autocheckpoint = 1000');
    });
    thread.unref();
    return thread;
  }
}

/** Nothing depends on it: the commit itself waits for the disk and reports what fails. */
async function flushFile(path: string): Promise<void> {
  const file = await open(path).catch(() => undefined);
  await file?.datasync().catch(() => undefined);
  await file?.close();
}
