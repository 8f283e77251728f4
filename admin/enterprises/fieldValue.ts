import type { DataClassField } from '../generated/schema';
import type { Locale } from '../i18n';
import { formatAmount, formatCount, formatRate } from '../shared/format';

/**
 * A value of a record as a person reads it by its field: money with its unit, shares as per cent, codes by their labels.
 * What the field does not foresee is shown as it stands.
 */
export function formatFieldValue(field: DataClassField, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '—';
  if (field.type === 'enum') return field.values.find(({ code }) => code === value)?.label[locale] ?? String(value);
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (field.type === 'money') return formatAmount(value, locale);
  if (field.type === 'share') return formatRate(value);
  return [formatCount(value), field.unit?.[locale]].filter(Boolean).join(' ');
}
