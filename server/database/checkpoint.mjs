// A thread of `WriteAheadLog`: copies the log into the database whenever it is told to, until it is told to close.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const connection = new Sqlite(workerData.path);

parentPort?.on('message', message => {
  if (message === 'close') {
    connection.close();
    parentPort?.close();
    return;
  }
  // Passive: waits for no reader and no writer, and leaves for the next time what is still in use.
  connection.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('done');
});
