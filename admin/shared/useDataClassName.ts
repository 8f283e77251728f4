import { useTranslate } from 'react-admin';
import { dataClassNamesDocument } from './operations';
import { useAsk } from './useAsk';
import { useText } from './useLocale';

type Names = { dataClasses: readonly { code: string; name: { zh: string; en: string } }[] };

/** A function that names a class of data in the reader's language; until the catalogue has arrived, its code. */
export function useDataClassName(): (code: string) => string {
  const text = useText();
  const catalogue = useAsk<Names>(dataClassNamesDocument, {}, { isFixed: true }).data?.dataClasses ?? [];
  const translate = useTranslate();
  return code =>
    text(catalogue.find(dataClass => dataClass.code === code)?.name) ||
    (code === 'REQUEST' || code === 'SELF_DECLARED' ? translate(`rongqiao.shared.dataClasses.${code}`) : code);
}
