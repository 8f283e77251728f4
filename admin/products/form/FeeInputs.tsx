import { Stack } from '@mui/material';
import { ArrayInput, required, SelectInput, SimpleFormIterator, TextInput } from 'react-admin';
import { type ListOfWords, useVocabulary } from '../useVocabulary';
import { FigureInput } from './FigureInput';

/** The costs beside the interest, one by one: kind, who charges, who pays, when, and how much. */
export function FeeInputs({ helperText = 'rongqiao.products.form.feesHelp' }: { helperText?: string }) {
  const { choicesOf } = useVocabulary();
  const choice = (source: string, list: ListOfWords, label: string) => (
    <SelectInput
      source={source}
      label={`rongqiao.products.fields.${label}`}
      choices={choicesOf(list)}
      translateChoice={false}
      validate={required()}
      helperText={false}
      fullWidth
    />
  );
  return (
    <ArrayInput source="fees" label="rongqiao.products.fields.fees" helperText={helperText}>
      <SimpleFormIterator fullWidth disableReordering disableClear>
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          sx={{ flexWrap: 'wrap', width: '100%', '& > *': { flex: '1 1 125px', minWidth: 0 } }}
        >
          {choice('kind', 'feeKinds', 'feeKind')}
          {choice('chargedBy', 'feeChargers', 'chargedBy')}
          {choice('paidBy', 'feePayers', 'paidBy')}
          {choice('timing', 'feeTimings', 'timing')}
        </Stack>
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          sx={{ flexWrap: 'wrap', width: '100%', '& > *': { flex: '1 1 125px', minWidth: 0 } }}
        >
          <FigureInput source="amountFen" label="rongqiao.products.fields.feeAmount" unit="yuan" />
          <FigureInput source="rateBps" label="rongqiao.products.fields.feeRate" unit="percent" />
          <TextInput source="note" label="rongqiao.products.fields.note" margin="none" helperText={false} fullWidth />
        </Stack>
      </SimpleFormIterator>
    </ArrayInput>
  );
}
