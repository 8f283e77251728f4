import { createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { config } from '../config';
import type { Actor } from '../shared/actor';
import type { Instant } from '../shared/dates';
import { notFound } from '../shared/refusals';

/** A file that waits in the data folder until its organisation imports it. */
export type Upload = { readonly uploadId: string; readonly fileName: string; readonly bytes: number };

/** An upload that nobody imported for a week is thrown away at the next start. */
const daysKept = 7;

const uploadsFolder = (): string => join(config.dataDir, 'uploads');

/** Each organisation has a folder of its own: another's upload is simply not there. */
const folderOf = (actor: Actor, uploadId: string): string =>
  join(uploadsFolder(), encodeURIComponent(actor.organisationId), uploadId);

/** Writes `content` to the data folder as it comes; a file that does not arrive whole leaves nothing behind. */
export async function keepUpload(
  actor: Actor,
  file: { readonly uploadId: string; readonly fileName: string; readonly content: Readable },
): Promise<Upload> {
  const folder = folderOf(actor, file.uploadId);
  const fileName = safeName(file.fileName);
  mkdirSync(folder, { recursive: true });
  try {
    await pipeline(file.content, createWriteStream(join(folder, fileName)));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { uploadId: file.uploadId, fileName, bytes: statSync(join(folder, fileName)).size };
}

/** The path of the file that `actor`'s organisation uploaded as `uploadId`; NOT_FOUND when there is none. */
export function uploadPath(actor: Actor, uploadId: string): string {
  const isId = /^[0-9a-f-]{36}$/.test(uploadId);
  const folder = folderOf(actor, uploadId);
  const [fileName] = isId ? namesIn(folder) : [];
  if (fileName === undefined) throw notFound({ zh: '上传的文件', en: 'uploaded file' }, uploadId);
  return join(folder, fileName);
}

/** Forgets an upload, once it is imported or given up. */
export const dropUpload = (actor: Actor, uploadId: string): void =>
  rmSync(folderOf(actor, uploadId), { recursive: true, force: true });

/** Throws away what has waited too long at `now`. */
export function dropOldUploads(now: Instant): void {
  const oldest = now.getTime() - daysKept * 86_400_000;
  for (const organisation of namesIn(uploadsFolder()))
    for (const uploadId of namesIn(join(uploadsFolder(), organisation))) {
      const folder = join(uploadsFolder(), organisation, uploadId);
      if (statSync(folder).mtimeMs < oldest) rmSync(folder, { recursive: true, force: true });
    }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The caller's name for a file, fit for ours: no folders, no control signs, not too long, its ending kept. */
const safeName = (fileName: string): string =>
  basename(fileName.replaceAll('\\', '/'))
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || 'upload';
