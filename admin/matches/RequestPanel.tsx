import { Button, Checkbox, FormControlLabel, InputAdornment, ListItemText, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CodedLabel, ProductVocabulary } from '../generated/schema';
import { useText } from '../shared/useLocale';
import { emptyDraft, isInvalidNumber, type RequestDraft } from './request';

type Props = {
  draft: RequestDraft;
  onChange: (draft: RequestDraft) => void;
  label: string;
  onLabel: (label: string) => void;
  vocabulary: Pick<ProductVocabulary, 'labels' | 'securities' | 'purposes'> | undefined;
};

/** What the firm looks for; every change is judged anew at once. */
export function RequestPanel({ draft, onChange, label, onLabel, vocabulary }: Props) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.matches.request.${key}`);
  return (
    <Paper sx={{ p: 2, mb: 2 }} component="form" onSubmit={event => event.preventDefault()}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ mb: 1.5, alignItems: { sm: 'baseline' } }}>
        <Typography variant="h6" component="h2">
          {word('title')}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
          {word('hint')}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            onChange(emptyDraft);
            onLabel('');
          }}
        >
          {word('clear')}
        </Button>
      </Stack>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', '& > *': { flex: '1 1 150px', minWidth: 0 } }}>
        <NumberField label={word('amount')} unit={word('wan')} value={draft.amountWan} onChange={amountWan => onChange({ ...draft, amountWan })} />
        <NumberField label={word('term')} unit={word('months')} value={draft.termMonths} onChange={termMonths => onChange({ ...draft, termMonths })} />
        <NumberField label={word('highestRate')} unit="%" value={draft.ratePercent} onChange={ratePercent => onChange({ ...draft, ratePercent })} />
        <Choice label={word('purpose')} any={word('any')} value={draft.purpose} options={vocabulary?.purposes ?? []} onChange={purpose => onChange({ ...draft, purpose })} />
        <Securities draft={draft} options={vocabulary?.securities ?? []} onChange={onChange} />
        <Choice label={word('label')} any={word('any')} value={label} options={vocabulary?.labels ?? []} onChange={onLabel} />
      </Stack>
      <FormControlLabel
        control={<Checkbox size="small" checked={draft.offersNone} onChange={(_, offersNone) => onChange({ ...draft, offersNone })} />}
        label={word('noSecurity')}
      />
    </Paper>
  );
}

function NumberField({ label, unit, value, onChange }: { label: string; unit: string; value: string; onChange: (value: string) => void }) {
  const translate = useTranslate();
  const isInvalid = isInvalidNumber(value);
  return (
    <TextField
      label={label}
      value={value}
      error={isInvalid}
      helperText={isInvalid ? translate('rongqiao.matches.request.invalidNumber') : undefined}
      onChange={event => onChange(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'decimal' }, input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } }}
    />
  );
}

type ChoiceProps = { label: string; any: string; value: string; options: readonly CodedLabel[]; onChange: (value: string) => void };

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  const text = useText();
  return (
    <TextField select label={label} value={options.some(option => option.code === value) ? value : ''} onChange={event => onChange(event.target.value)}>
      <MenuItem value="">{any}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.code} value={option.code}>
          {text(option.label)}
        </MenuItem>
      ))}
    </TextField>
  );
}

type SecuritiesProps = { draft: RequestDraft; options: readonly CodedLabel[]; onChange: (draft: RequestDraft) => void };

function Securities({ draft, options, onChange }: SecuritiesProps) {
  const translate = useTranslate();
  const text = useText();
  const labels = options.filter(option => draft.securities.includes(option.code)).map(option => text(option.label));
  return (
    <TextField
      select
      disabled={draft.offersNone}
      label={translate('rongqiao.matches.request.securities')}
      value={options.length > 0 ? draft.securities : []}
      onChange={event => onChange({ ...draft, securities: [event.target.value].flat() as string[] })}
      slotProps={{ select: { multiple: true, renderValue: () => labels.join('、') } }}
    >
      {options.map(option => (
        <MenuItem key={option.code} value={option.code}>
          <Checkbox size="small" checked={draft.securities.includes(option.code)} />
          <ListItemText primary={text(option.label)} />
        </MenuItem>
      ))}
    </TextField>
  );
}
