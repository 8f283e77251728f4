import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/database/root';
import { applyImport } from '../../server/imports/applyImport';
import { problemsOf } from '../../server/imports/queries';
import { type StartImportInput, startImport } from '../../server/imports/startImport';
import type { ImportBatch, ImportProblem } from '../../server/imports/tables';
import type { Actor } from '../../server/shared/actor';
import { systemActor } from '../../server/shared/actor';
import type { World } from './world';

/** Real data beside the repository; tests that need it skip, and say so, where it is absent. */
export const realData = join(projectRoot, '..', 'shared', 'data');
export const hasRealData = existsSync(join(realData, 'cumcm2020c'));

/** A file with this content in the world's folder. */
export function aFile(world: World, name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(world.place.dataDir, 'file-')), name);
  writeFileSync(path, content);
  return path;
}

type File = Pick<StartImportInput, 'kind' | 'dataClass' | 'institutionId' | 'listId'> & {
  readonly name?: string;
  readonly content: string | Uint8Array;
  readonly actor?: Actor;
};

/** The batch of a file that was checked to its end. */
export async function checkedFile(world: World, { name = 'file.csv', content, actor, ...input }: File): Promise<ImportBatch> {
  const path = aFile(world, name, content);
  const { done } = await startImport(world.contextFor(actor ?? systemActor('test')), { ...input, path, fileName: name });
  return done;
}

/** The batch of a file that was checked and, if it passed, applied. */
export async function importedFile(world: World, file: File): Promise<ImportBatch> {
  const checked = await checkedFile(world, file);
  if (checked.state !== 'checked') return checked;
  const { done } = await applyImport(world.contextFor(file.actor ?? systemActor('test')), checked.id);
  return done;
}

/** What is wrong with a file, as a person reads it in English. */
export async function problemsIn(world: World, batch: ImportBatch): Promise<Pick<ImportProblem, 'row' | 'column' | 'value'>[]> {
  const { items } = await problemsOf(world.db.read, batch.id, { page: 1, perPage: 200 });
  return items.map(({ row, column, value }) => ({ row, column, value }));
}

/** A CSV of one side of a firm's invoices; `rows` as in the real registers. */
export const inputCsv = (...rows: readonly string[]): string =>
  ['企业代号,发票号码,开票日期,销方单位代号,金额,税额,价税合计,发票状态', ...rows, ''].join('\n');

export const outputCsv = (...rows: readonly string[]): string =>
  ['企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态', ...rows, ''].join('\n');
