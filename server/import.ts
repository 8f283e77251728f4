import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { ActorContext } from './context';
import type { Database } from './database/database';
import { applyImport } from './imports/applyImport';
import { bankNamed } from './imports/bankNamed';
import { loadBatch } from './imports/changeBatch';
import { discardImport } from './imports/discardImport';
import { problemsOf } from './imports/queries';
import { percentApplied } from './imports/running';
import { startImport } from './imports/startImport';
import { type ImportBatch, type ImportKindCode, importKindCodes } from './imports/tables';
import { systemActor } from './shared/actor';
import { dayOf } from './shared/dates';
import { Refusal } from './shared/refusals';

const usage = `Usage: npm run import -- KIND FILE… [--class CODE] [--bank NAME] [--dry-run]
  KIND           ${importKindCodes.join(', ')}
  FILE           CSV, also .gz, in UTF-8 or GB18030; or XLSX
  --class        of records: the code of their data class
  --bank         of products: the bank whose drafts they become, by its name, its credit code or its id
  --dry-run      checks the files and imports nothing
Each file is imported whole or not at all, one after the other.`;

/** Problems shown on a terminal; the screen lists them all. */
const problemsShown = 50;

try {
  process.exitCode = await main();
} catch (error) {
  const isForPeople =
    error instanceof Refusal || (error instanceof Error && ['StartRefusal', 'ConfigurationProblem'].includes(error.name));
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const wish = readArguments();
  if (wish === null) {
    console.error(usage);
    return 2;
  }
  const { config } = await import('./config');
  const { migrate } = await import('./database/migrate');
  const { openDatabase } = await import('./database/open');
  await migrate(config);
  const db = openDatabase(config);
  try {
    for (const file of wish.files) if (!(await importFile(db, wish, file))) return 1;
    return 0;
  } finally {
    await db.close();
  }
}

type Wish = {
  readonly kind: ImportKindCode;
  readonly files: readonly string[];
  readonly dataClass: string | null;
  readonly bank: string | null;
  readonly isDryRun: boolean;
};

function readArguments(): Wish | null {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { class: { type: 'string' }, bank: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const [word, ...files] = positionals;
  const kind = importKindCodes.find(code => code === word);
  if (kind === undefined || files.length === 0) return null;
  return {
    kind,
    files,
    dataClass: values.class ?? null,
    bank: values.bank ?? null,
    isDryRun: values['dry-run'] ?? false,
  };
}

/** True when the file was imported, or would have been. Progress goes to stderr, the outcome to stdout. */
async function importFile(db: Database, wish: Wish, path: string): Promise<boolean> {
  const { kind, dataClass, bank, isDryRun } = wish;
  const fileName = basename(path);
  if (!existsSync(path)) {
    console.error(`${path}: no such file`);
    return false;
  }
  const institutionId = kind === 'products' ? await bankNamed(db.read, bank) : null;
  const checking = await startImport(contextOf(db), { kind, dataClass, institutionId, fileName, path });
  const percentChecked = async () => (await loadBatch(db.read, checking.batch.id)).percent;
  const checked = await following(`${fileName}: checking`, checking.done, percentChecked);
  for (const note of checked.notes) console.log(`${fileName}: ${note.en}`);
  if (checked.state !== 'checked') {
    await showProblems(db, checked);
    return false;
  }
  if (isDryRun) {
    await discardImport(contextOf(db), checked.id);
    console.log(`${fileName}: ${rowsOf(checked)}, ${checked.rowsNew} new, ${checked.rowsKnown} known; dry run, nothing imported`);
    return true;
  }
  const applying = await applyImport(contextOf(db), checked.id);
  const applied = await following(`${fileName}: importing`, applying.done, async () => percentApplied(checked.id) ?? 0);
  if (applied.state !== 'applied') {
    console.error(`${fileName}: ${applied.failure?.en ?? applied.state}`);
    return false;
  }
  console.log(`${fileName}: ${rowsOf(applied)}, ${applied.rowsNew} new, ${applied.rowsKnown} known; imported`);
  return true;
}

function rowsOf({ rowsRead }: ImportBatch): string {
  return rowsRead === 1 ? '1 row' : `${rowsRead} rows`;
}

/** What `done` comes to; meanwhile says twice a second how far it is. */
async function following(what: string, done: Promise<ImportBatch>, percent: () => Promise<number>): Promise<ImportBatch> {
  const show = (text: string) => process.stderr.write(process.stderr.isTTY ? `\r${what} ${text}` : `${what} ${text}\n`);
  const timer = setInterval(() => {
    percent().then(
      value => show(`${value} %`),
      () => undefined,
    );
  }, 500);
  try {
    return await done;
  } finally {
    clearInterval(timer);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

async function showProblems(db: Database, batch: ImportBatch): Promise<void> {
  const { items } = await problemsOf(db.read, batch.id, { page: 1, perPage: problemsShown });
  for (const { sheet, row, column, value, expected } of items) {
    const place = [sheet, `row ${row}`, column].filter(part => part !== null).join(', ');
    console.error(`${batch.fileName}: ${place}: ${value === null ? '' : `"${value}" `}${expected.en}`);
  }
  if (batch.problemCount > items.length) console.error(`${batch.fileName}: and ${batch.problemCount - items.length} more`);
  console.error(`${batch.fileName}: ${batch.failure?.en ?? batch.state}`);
}

/** The administrator at the machine, at this moment. */
function contextOf(db: Database): ActorContext {
  const now = new Date();
  const log = pino({ level: 'error' }, pino.destination(2));
  return { actor: systemActor('import'), db, now, today: dayOf(now), newId: () => v7(), log, requestId: v7() };
}
