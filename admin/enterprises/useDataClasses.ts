import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { DataClass } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { dataClassesDocument } from './operations';

/** The catalogue of data classes. */
export const useDataClasses = (): UseQueryResult<{ dataClasses: readonly DataClass[] }> =>
  useAsk(dataClassesDocument, {}, { isFixed: true });

/**
 * A function that names a class by its code; the code itself until the catalogue is there. The firm's own statement is
 * no class of the catalogue, yet facts come from it.
 */
export function useClassName(): (code: string) => string {
  const text = useText();
  const translate = useTranslate();
  const classes = useDataClasses().data?.dataClasses ?? [];
  return code =>
    code === 'SELF_DECLARED'
      ? translate('rongqiao.enterprises.facts.firm')
      : text(classes.find(each => each.code === code)?.name) || code;
}
