import type { MeasureDimension } from '../../generated/schema';
import type { Locale } from '../../i18n';
import { download } from '../../shared/download';

type Asked = {
  readonly name: string;
  readonly groupBy: readonly MeasureDimension[];
  readonly from: string;
  readonly to: string;
  readonly kind: 'xlsx' | 'csv';
  readonly locale: Locale;
};

/** Saves a measure as a file under the name the platform gives it. */
export async function downloadMeasure({ name, groupBy, from, to, kind, locale }: Asked): Promise<void> {
  const said = Object.entries({ name, groupBy: groupBy.join(','), from, to }).filter(([, value]) => value !== '');
  await download({ path: `/export/measure.${kind}?${new URLSearchParams(said)}`, locale, fallbackName: `${name}.${kind}` });
}
