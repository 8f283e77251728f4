import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  InputAdornment,
  ListItemText,
  MenuItem,
  Paper,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { percentScale, type Scale, wanScale, wholeScale } from '../products/figures';
import { useVocabulary } from '../products/useVocabulary';
import { emptyDraft, isInvalidFigure, type RequestDraft } from './request';

type Props = {
  draft: RequestDraft;
  onChange: (draft: RequestDraft) => void;
};

/** What the firm looks for; every change is judged anew at once. */
export function RequestPanel({ draft, onChange }: Props) {
  const translate = useTranslate();
  const { choicesOf } = useVocabulary();
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
        <Button size="small" onClick={() => onChange(emptyDraft)}>
          {word('clear')}
        </Button>
      </Stack>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' },
        }}
      >
        <NumberField
          label={word('amount')}
          unit={word('wan')}
          scale={wanScale}
          value={draft.amountWan}
          onChange={amountWan => onChange({ ...draft, amountWan })}
        />
        <NumberField
          label={word('term')}
          unit={word('months')}
          scale={wholeScale}
          value={draft.termMonths}
          onChange={termMonths => onChange({ ...draft, termMonths })}
        />
        <NumberField
          label={word('highestRate')}
          unit="%"
          scale={percentScale}
          value={draft.ratePercent}
          onChange={ratePercent => onChange({ ...draft, ratePercent })}
        />
        <Choice
          label={word('purpose')}
          any={word('any')}
          value={draft.purpose}
          options={choicesOf('purposes')}
          onChange={purpose => onChange({ ...draft, purpose })}
        />
        <Securities draft={draft} options={choicesOf('securities')} onChange={onChange} />
        <Choice
          label={word('label')}
          any={word('any')}
          value={draft.label}
          options={choicesOf('labels')}
          onChange={label => onChange({ ...draft, label })}
        />
      </Box>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 1.5, alignItems: { sm: 'center' } }}>
        <FormControlLabel
          sx={{ flex: 1 }}
          control={
            <Checkbox size="small" checked={draft.offersNone} onChange={(_, offersNone) => onChange({ ...draft, offersNone })} />
          }
          label={word('noSecurity')}
        />
        <TextField
          type="search"
          label={word('words')}
          value={draft.words}
          onChange={event => onChange({ ...draft, words: event.target.value })}
          sx={{ width: { xs: '100%', sm: 260 } }}
        />
        <TextField
          type="date"
          label={word('day')}
          value={draft.day}
          onChange={event => onChange({ ...draft, day: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ width: { xs: '100%', sm: 220 } }}
        />
      </Stack>
    </Paper>
  );
}

type NumberFieldProps = { label: string; unit: string; scale: Scale; value: string; onChange: (value: string) => void };

function NumberField({ label, unit, scale, value, onChange }: NumberFieldProps) {
  const translate = useTranslate();
  const isInvalid = isInvalidFigure(value, scale);
  return (
    <TextField
      label={label}
      value={value}
      error={isInvalid}
      helperText={isInvalid ? translate('rongqiao.matches.request.invalidNumber') : undefined}
      onChange={event => onChange(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: 'decimal' },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}

type Option = { readonly id: string; readonly name: string };

type ChoiceProps = { label: string; any: string; value: string; options: readonly Option[]; onChange: (value: string) => void };

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <TextField
      select
      label={label}
      value={options.some(option => option.id === value) ? value : ''}
      onChange={event => onChange(event.target.value)}
    >
      <MenuItem value="">{any}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.id} value={option.id}>
          {option.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

type SecuritiesProps = { draft: RequestDraft; options: readonly Option[]; onChange: (draft: RequestDraft) => void };

function Securities({ draft, options, onChange }: SecuritiesProps) {
  const translate = useTranslate();
  const chosen = options.filter(option => draft.securities.includes(option.id)).map(option => option.name);
  return (
    <TextField
      select
      disabled={draft.offersNone}
      label={translate('rongqiao.matches.request.securities')}
      value={options.length > 0 ? draft.securities : []}
      onChange={event => onChange({ ...draft, securities: [event.target.value].flat() as string[] })}
      slotProps={{ select: { multiple: true, renderValue: () => chosen.join('、') } }}
    >
      {options.map(option => (
        <MenuItem key={option.id} value={option.id}>
          <Checkbox size="small" checked={draft.securities.includes(option.id)} />
          <ListItemText primary={option.name} />
        </MenuItem>
      ))}
    </TextField>
  );
}
