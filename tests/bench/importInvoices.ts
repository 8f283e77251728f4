import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../server/database/root';
import type { Bench } from './figure';
import type { Round } from './importInvoicesProcess';

const rowsOfRealFirms = 373_431;

/** The best of a few rounds counts: what else the machine does only ever makes one slower. */
const rounds = 5;

/**
 * All invoices of the 123 real firms through the code that the command line runs, from the files to the last month's
 * record; and the same rows, parsed and in memory, through one bare prepared insert in one transaction. Each round is a
 * process of its own with a database of its own.
 */
export const bench: Bench = async report => {
  const data = join(projectRoot, '..', 'shared', 'data', 'cumcm2020c');
  if (!existsSync(data)) throw new Error(`the contest's firms are not at ${data}`);
  const all: Round[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await runRound(data));
  for (const { rowsImported, rowsInserted } of all)
    if (rowsImported !== rowsOfRealFirms || rowsInserted !== rowsOfRealFirms)
      throw new Error(`${rowsImported} rows imported and ${rowsInserted} inserted, not ${rowsOfRealFirms}`);
  const rowsPerSecond = rowsOfRealFirms / Math.min(...all.map(round => round.importSeconds));
  const bareRowsPerSecond = rowsOfRealFirms / Math.min(...all.map(round => round.bareSeconds));
  const common = { rows: rowsOfRealFirms, rounds };
  report({ figure: 'rowsPerSecond', value: Math.round(rowsPerSecond), unit: 'rows/s, from file to applied', ...common });
  report({
    figure: 'ratioToBareInsert',
    value: Number((rowsPerSecond / bareRowsPerSecond).toFixed(3)),
    unit: 'rows per second against one prepared insert of the same rows',
    floor: 0.25,
    bareRowsPerSecond: Math.round(bareRowsPerSecond),
    ...common,
  });
  report({
    figure: 'peakMemory',
    value: Math.round(Math.max(...all.map(round => round.peakBytes)) / 1_000_000),
    unit: 'MB resident, whole process',
    ceiling: 400,
    longestTurnMs: Math.round(Math.min(...all.map(round => round.longestTurnMs))),
    ...common,
  });
};

async function runRound(data: string): Promise<Round> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rongqiao-bench-'));
  try {
    const script = join(projectRoot, 'tests/bench/importInvoicesProcess.ts');
    const { DATABASE_URL: _, ...environment } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, data, dataDir], {
      cwd: projectRoot,
      env: environment,
    });
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Round;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
