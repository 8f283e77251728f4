import { Box, Checkbox, FormControlLabel, MenuItem } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Purpose, RepaymentMethod, SecurityKind } from '../../generated/schema';
import { percentScale, wanScale, wholeScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useVocabulary } from '../../products/useVocabulary';
import { Field } from '../../shared/Refused';
import { Choices } from './Choices';
import type { DemandDraft } from './draft';

type Props = { draft: DemandDraft; onChange: (draft: DemandDraft) => void };

/** What a firm needs: the fields of a demand, on its own page and on that of an application alike. */
export function DemandFields({ draft, onChange }: Props) {
  const translate = useTranslate();
  const { choicesOf } = useVocabulary();
  const word = (key: string) => translate(`rongqiao.financing.demands.form.${key}`);
  const unit = (key: string) => translate(`rongqiao.products.units.${key}`);
  const purposes = choicesOf('purposes');
  const figure = (value: number | null) => ({
    value,
    isWrong: value !== null && value <= 0,
    ...(value !== null && value <= 0 ? { helperText: word('positive') } : {}),
  });
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}
    >
      <FigureField
        name="amountFen"
        label={word('amount')}
        unit={unit('wan')}
        scale={wanScale}
        isRequired
        {...figure(draft.amountFen)}
        onChange={amountFen => onChange({ ...draft, amountFen })}
      />
      <FigureField
        name="termMonths"
        label={word('term')}
        unit={unit('month')}
        scale={wholeScale}
        isRequired
        {...figure(draft.termMonths)}
        onChange={termMonths => onChange({ ...draft, termMonths })}
      />
      <Field
        select
        required
        fullWidth
        margin="none"
        name="purpose"
        label={word('purpose')}
        value={purposes.some(({ id }) => id === draft.purpose) ? draft.purpose : ''}
        onChange={event => onChange({ ...draft, purpose: event.target.value as Purpose })}
      >
        {purposes.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </Field>
      <FigureField
        name="highestRateBps"
        label={word('highestRate')}
        unit={unit('percent')}
        scale={percentScale}
        helperText={word('highestRateHelp')}
        {...figure(draft.highestRateBps)}
        onChange={highestRateBps => onChange({ ...draft, highestRateBps })}
      />
      <Choices
        label={word('securities')}
        hint={word('securitiesHelp')}
        choices={choicesOf('securities')}
        chosen={draft.securities}
        onChange={chosen => onChange({ ...draft, securities: chosen as SecurityKind[], offersNone: false })}
        none={{
          label: word('noSecurity'),
          isChosen: draft.offersNone,
          onChange: offersNone => onChange({ ...draft, offersNone, securities: [] }),
        }}
      />
      <Choices
        label={word('repaymentMethods')}
        hint={word('repaymentMethodsHelp')}
        choices={choicesOf('repaymentMethods')}
        chosen={draft.repaymentMethods}
        onChange={chosen => onChange({ ...draft, repaymentMethods: chosen as RepaymentMethod[] })}
      />
      <Field
        multiline
        fullWidth
        minRows={2}
        name="note"
        label={word('note')}
        helperText={word('noteHelp')}
        value={draft.note}
        onChange={event => onChange({ ...draft, note: event.target.value })}
        sx={{ gridColumn: { sm: '1 / -1' } }}
      />
      <FormControlLabel
        sx={{ gridColumn: { sm: '1 / -1' } }}
        control={
          <Checkbox
            checked={draft.allowsSecondLook}
            onChange={(_, allowsSecondLook) => onChange({ ...draft, allowsSecondLook })}
          />
        }
        label={word('secondLook')}
      />
    </Box>
  );
}
