import { HttpError } from 'react-admin';
import type { Refused } from '../../client';
import type { MeasureDimension } from '../../generated/schema';
import type { Locale } from '../../i18n';

type Asked = {
  readonly name: string;
  readonly groupBy: readonly MeasureDimension[];
  readonly from: string;
  readonly to: string;
  readonly kind: 'xlsx' | 'csv';
  readonly locale: Locale;
};

/**
 * Saves a measure as a file under the name the platform gives it. Asked for by the program, not by a link: only so is it
 * in the language of the page, and a refusal is a sentence on it.
 */
export async function downloadMeasure({ name, groupBy, from, to, kind, locale }: Asked): Promise<void> {
  const said = Object.entries({ name, groupBy: groupBy.join(','), from, to }).filter(([, value]) => value !== '');
  const response = await fetch(`/export/measure.${kind}?${new URLSearchParams(said)}`, {
    credentials: 'same-origin',
    headers: { 'accept-language': locale },
  }).catch(() => null);
  if (!response) throw unreachable();
  if (!response.ok) throw await refusalIn(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `${name}.${kind}`;
  link.click();
  URL.revokeObjectURL(address);
}

async function refusalIn(response: Response): Promise<HttpError> {
  const answer = (await response.json().catch(() => null)) as { errors?: { message: string; extensions?: Refused }[] } | null;
  const error = answer?.errors?.[0];
  return error ? new HttpError(error.message, response.status, { ...error.extensions }) : unreachable();
}

const unreachable = () => new HttpError('rongqiao.shared.error.unreachable', 0, { code: 'UNREACHABLE' });
