import { BooleanInput, SearchInput, SelectInput, useGetList, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { Organisation } from '../generated/schema';
import { FigureInput } from './form/FigureInput';
import { type ListOfWords, useVocabulary } from './useVocabulary';

/** What the catalogue can be narrowed by; the first few are always there, the rest are added when wanted. */
export function useProductFilters(me: Me) {
  const translate = useTranslate();
  const { choicesOf } = useVocabulary();
  const { data: banks = [] } = useGetList<Organisation>('organisations', {
    filter: { kind: 'bank' },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const choice = (source: string, list: ListOfWords, isAlwaysOn = false) => (
    <SelectInput
      key={source}
      source={source}
      label={`rongqiao.products.fields.${source}`}
      choices={choicesOf(list)}
      translateChoice={false}
      alwaysOn={isAlwaysOn}
    />
  );
  return [
    <SearchInput key="q" source="q" alwaysOn placeholder={translate('rongqiao.products.search')} />,
    <FigureInput key="amountFen" source="amountFen" label="rongqiao.products.fields.amountWanted" unit="wan" alwaysOn />,
    <FigureInput key="termMonths" source="termMonths" label="rongqiao.products.fields.termWanted" unit="month" alwaysOn />,
    choice('category', 'categories'),
    choice('label', 'labels'),
    choice('security', 'securities'),
    <BooleanInput key="isUnsecured" source="isUnsecured" label="rongqiao.products.fields.isUnsecured" defaultValue={true} />,
    choice('repaymentMethod', 'repaymentMethods'),
    ...(me.organisation.kind === 'bank'
      ? []
      : [
          <SelectInput
            key="institutionId"
            source="institutionId"
            label="rongqiao.products.fields.institution"
            choices={banks.map(({ id, name }) => ({ id, name }))}
            translateChoice={false}
          />,
        ]),
  ];
}
