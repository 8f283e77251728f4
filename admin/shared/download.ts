import { HttpError } from 'react-admin';
import type { Refused } from '../client';
import type { Locale } from '../i18n';

type Asked = { readonly path: string; readonly locale: Locale; readonly fallbackName: string };

/**
 * Saves a file of the platform under the name that the platform gives it. Asked for by the program, not by a link: only so is it
 * in the language of the page, and a refusal is a sentence on it.
 */
export async function download({ path, locale, fallbackName }: Asked): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', headers: { 'accept-language': locale } }).catch(() => null);
  if (!response) throw unreachable();
  if (!response.ok) throw await refusalIn(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? fallbackName;
  link.click();
  URL.revokeObjectURL(address);
}

async function refusalIn(response: Response): Promise<HttpError> {
  const answer = (await response.json().catch(() => null)) as { errors?: { message: string; extensions?: Refused }[] } | null;
  const error = answer?.errors?.[0];
  return error ? new HttpError(error.message, response.status, { ...error.extensions }) : unreachable();
}

const unreachable = () => new HttpError('rongqiao.shared.error.unreachable', 0, { code: 'UNREACHABLE' });
