import { and, desc, eq } from 'drizzle-orm';
import type { ActorContext } from '../context';
import { dayOf } from '../shared/dates';
import { Refusal } from '../shared/refusals';
import type { Text } from '../shared/text';
import { moveBatch } from './changeBatch';
import { hasProblems, missingColumns, noRows, passedOver, sameContent, unexpected } from './findings';
import type { Intake, Placed } from './importKind';
import { kindOf } from './kinds';
import { type CellProblem, Cells } from './reading/cells';
import { type Heading, readHeading } from './reading/columns';
import { type InspectedFile, inspectFile } from './reading/file';
import { readTable, type TableRow } from './reading/table';
import { type ImportBatch, type ImportSample, importBatches, importProblems } from './tables';

/** Rows that are held at once and written in one unit of work: few enough to let other writers in between. */
const rowsPerTurn = 10_000;

/** Problems that are kept with their text: all of nearly any file that comes by mistake. Beyond, they are only counted. */
const problemsKept = 1_000_000;

/** A file of nothing but foreign columns must not fill the batch with notes. */
const notesKept = 50;

/**
 * Reads a file to its end, lists what is wrong with it and stages what is new. The batch ends `checked`, or `refused`
 * when any row has a problem, so that a file is imported whole or not at all. Never rejects.
 */
export async function checkFile(context: ActorContext, batch: ImportBatch, path: string): Promise<ImportBatch> {
  const intake = kindOf(batch.kind).intakeOf(context, batch);
  try {
    const check = new Check(context, batch, intake);
    return await check.read(await inspectFile(path));
  } catch (error) {
    if (!(error instanceof Refusal)) context.log.error({ err: error, batchId: batch.id }, 'import could not be checked');
    const failure = error instanceof Refusal ? error.text : unexpected(context.requestId);
    const verb = error instanceof Refusal ? 'refuse' : 'fail';
    return context.db.write(async tx => {
      await intake.clear(tx);
      return moveBatch(tx, batch.id, verb, { failure, finishedAt: context.now });
    });
  }
}

/** One reading of one file. */
class Check {
  readonly #notes: Text[] = [];
  #sample: ImportSample | null = null;
  #percent = 0;
  #rowsRead = 0;
  #knownCount = 0;
  #problemCount = 0;
  #understood: Placed<unknown>[] = [];
  #problems: CellProblem[] = [];

  constructor(
    private readonly context: ActorContext,
    private readonly batch: ImportBatch,
    private readonly intake: Intake,
  ) {}

  async read(file: InspectedFile): Promise<ImportBatch> {
    await this.#noteSameContent(file.digest);
    let cells: Cells | null = null;
    let closest: Heading | null = null;
    let sheet: string | null | undefined;
    const follow = (bytesRead: number) => {
      this.#percent = Math.min(99, Math.floor((bytesRead / file.bytes) * 100));
    };
    for await (const chunk of readTable(file, follow)) {
      const isNewSheet = chunk.sheet !== sheet;
      if (isNewSheet) {
        sheet = chunk.sheet;
        const heading = readHeading(this.intake.columns, chunk.rows[0]?.cells ?? []);
        if (closest === null || heading.missing.length < closest.missing.length) closest = heading;
        cells = this.#open(heading, sheet);
        if (cells !== null) this.#sample ??= sampleOf(chunk.rows);
      }
      if (cells === null) continue;
      for (const row of isNewSheet ? chunk.rows.slice(1) : chunk.rows) this.#understand(cells, row);
      if (this.#understood.length + this.#problems.length >= rowsPerTurn) await this.#keep();
    }
    if (closest !== null && closest.missing.length > 0) throw missingColumns(closest);
    await this.#keep();
    if (this.#rowsRead === 0) throw noRows();
    for (const note of this.intake.notes?.() ?? []) this.#note(note);
    return this.#problemCount === 0 ? this.#pass(file) : this.#refuse(file);
  }

  /** The cells of a sheet whose header fits; a sheet of a workbook that does not fit is passed over with a note. */
  #open(heading: Heading, sheet: string | null): Cells | null {
    if (heading.missing.length > 0) {
      if (sheet !== null) this.#note(passedOver(sheet, heading));
      return null;
    }
    for (const note of heading.notes) this.#note(note);
    return new Cells(heading, sheet, this.#problems);
  }

  #understand(cells: Cells, row: TableRow): void {
    this.#rowsRead += 1;
    cells.moveTo(row);
    const value = this.intake.understand(cells);
    if (value !== null && cells.isSound)
      this.#understood.push({ sheet: cells.sheet, row: row.number, heading: cells.heading, value });
  }

  /** Stages what was understood since the last time, unless the file is refused already, and shows how far it has come. */
  async #keep(): Promise<void> {
    const { staged, knownCount, problems } = await this.intake.admit(this.#understood.splice(0));
    const found = [...this.#problems.splice(0), ...problems].sort((a, b) => a.row - b.row);
    const kept = found.slice(0, Math.max(0, problemsKept - this.#problemCount));
    this.#problemCount += found.length;
    this.#knownCount += knownCount;
    await this.context.db.write(async tx => {
      if (this.#problemCount === 0) await this.intake.stage(tx, staged);
      await tx.insertMany(
        importProblems,
        kept.map(problem => ({ ...problem, batchId: this.batch.id })),
      );
      await tx.update(importBatches).set(this.#counts()).where(eq(importBatches.id, this.batch.id));
    });
  }

  async #pass(file: InspectedFile): Promise<ImportBatch> {
    const rowsKnown = this.#knownCount + (await this.intake.countKnown());
    const counts = { ...this.#counts(), digest: file.digest, percent: 100, rowsKnown, rowsNew: this.#rowsRead - rowsKnown };
    return this.context.db.write(tx => moveBatch(tx, this.batch.id, 'pass', counts));
  }

  async #refuse(file: InspectedFile): Promise<ImportBatch> {
    const failure = hasProblems(this.#problemCount, problemsKept);
    const values = { ...this.#counts(), digest: file.digest, percent: 100, failure, finishedAt: this.context.now };
    return this.context.db.write(async tx => {
      await this.intake.clear(tx);
      return moveBatch(tx, this.batch.id, 'refuse', values);
    });
  }

  #counts(): Partial<ImportBatch> {
    return {
      percent: this.#percent,
      rowsRead: this.#rowsRead,
      problemCount: this.#problemCount,
      sample: this.#sample,
      notes: this.#notes,
    };
  }

  #note(note: Text): void {
    if (this.#notes.length < notesKept && !this.#notes.some(each => each.en === note.en)) this.#notes.push(note);
  }

  /** A note and no more: what the register held then may have changed since. */
  async #noteSameContent(digest: string): Promise<void> {
    const { kind, organisationId } = this.batch;
    const [earlier] = await this.context.db.read
      .select({ fileName: importBatches.fileName, finishedAt: importBatches.finishedAt })
      .from(importBatches)
      .where(
        and(
          eq(importBatches.digest, digest),
          eq(importBatches.kind, kind),
          eq(importBatches.state, 'applied'),
          eq(importBatches.organisationId, organisationId),
        ),
      )
      .orderBy(desc(importBatches.createdAt))
      .limit(1);
    if (earlier?.finishedAt) this.#note(sameContent(earlier.fileName, dayOf(earlier.finishedAt)));
  }
}

/** Enough to see what was read: a file of a thousand columns is not shown whole. */
const sampleMax = { rows: 5, columns: 40, letters: 60 };

function sampleOf([header, ...rows]: readonly TableRow[]): ImportSample {
  const shown = ({ cells }: TableRow) => cells.slice(0, sampleMax.columns).map(cell => cell.slice(0, sampleMax.letters));
  return { headings: header ? shown(header) : [], rows: rows.slice(0, sampleMax.rows).map(shown) };
}
