import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { attributes } from '../matching/attributes';
import { axes } from '../matching/coordinates';
import { engineVersion } from '../matching/match';
import type { CalendarDate } from '../shared/dates';
import { packColumn, unpackColumn } from './columns';
import { Residents } from './residents';

/** What a population is of: another database, day or reader, or other attributes, make another population. */
export type Origin = {
  /** Tells one database from another: the hash of its first audit entry. */
  readonly database: string;
  readonly day: CalendarDate;
  readonly readerId: string;
};

export type Stocked = Origin & {
  /** The last change that is in it. */
  readonly seq: number;
  readonly residents: Residents;
};

/** SHA-256 of all that the meaning of a coordinate depends on. */
const dictionaryHash = createHash('sha256')
  .update(JSON.stringify([engineVersion, attributes, axes.map(({ owner, unknownAs }) => [owner, unknownAs])]))
  .digest('hex');

type Head = Origin & { readonly dictionary: string; readonly seq: number; readonly ids: readonly string[] };

/** Writes the population to `file` for the next start, whole or not at all; only this user may read it, as the database. */
export async function writeSnapshot(file: string, stocked: Stocked): Promise<void> {
  const { database, day, readerId, seq, residents } = stocked;
  const ids = [...residents.ids()];
  const head: Head = { dictionary: dictionaryHash, database, day, readerId, seq, ids };
  const rows = ids.map(id => residents.coordinates(id));
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(head)}\n`)];
  for (let axis = 0; axis < axes.length; axis += 1)
    parts.push(packColumn(Float64Array.from(rows, row => row[axis] ?? Number.NaN)));
  const body = Buffer.concat(parts);
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.concat([createHash('sha256').update(body).digest(), body]));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** The population that `file` holds, or in one sentence why it cannot be used; null where there is no file. */
export async function readSnapshot(file: string, origin: Origin): Promise<Stocked | { readonly unusable: string } | null> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const body = content.subarray(32);
  if (!createHash('sha256').update(body).digest().equals(content.subarray(0, 32))) return { unusable: 'the file is damaged' };
  const end = body.indexOf(0x0a);
  const head = JSON.parse(body.subarray(0, end).toString()) as Head;
  if (head.dictionary !== dictionaryHash) return { unusable: 'the attributes have changed' };
  if (head.database !== origin.database) return { unusable: 'it is of another database' };
  if (head.day !== origin.day) return { unusable: `it is of ${head.day}` };
  if (head.readerId !== origin.readerId) return { unusable: 'another organisation operates the platform now' };
  return { ...origin, seq: head.seq, residents: residentsOf(head.ids, body.subarray(end + 1)) };
}

function residentsOf(ids: readonly string[], packed: Buffer): Residents {
  const residents = new Residents(ids.length);
  const columns: Float64Array[] = [];
  let at = 0;
  for (let axis = 0; axis < axes.length; axis += 1) {
    const { column, length } = unpackColumn(packed.subarray(at), ids.length);
    columns.push(column);
    at += length;
  }
  const coordinates = new Float64Array(axes.length);
  ids.forEach((id, row) => {
    for (let axis = 0; axis < axes.length; axis += 1) coordinates[axis] = columns[axis]?.[row] ?? Number.NaN;
    residents.put(id, coordinates);
  });
  return residents;
}
