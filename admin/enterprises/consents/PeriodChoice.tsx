import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Field } from '../../shared/Refused';
import { type Draft, monthsLater, monthsMax } from './draft';

type Props = { draft: Draft; today: string; onChange: (change: Partial<Draft>) => void };

/** The last day of the consent, and the days of the records that it opens where they are to be limited. */
export function PeriodChoice({ draft, today, onChange }: Props) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  return (
    <Stack spacing={2}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'flex-start', pt: 1 }}>
        <Field
          type="date"
          required
          name="validTo"
          label={say('validTo')}
          value={draft.validTo}
          onChange={event => onChange({ validTo: event.target.value })}
          fullWidth={false}
          helperText={say('validToHelp')}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today, max: monthsLater(today, monthsMax) } }}
        />
        {[3, 6, 12, 24].map(months => (
          <Button
            key={months}
            variant={draft.validTo === monthsLater(today, months) ? 'contained' : 'outlined'}
            onClick={() => onChange({ validTo: monthsLater(today, months) })}
          >
            {say('months', { smart_count: months })}
          </Button>
        ))}
      </Stack>
      <Box>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {say('window')}
        </Typography>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
          {(['dataFrom', 'dataTo'] as const).map(name => (
            <Field
              key={name}
              name={name}
              type="date"
              label={say(name)}
              value={draft[name]}
              onChange={event => onChange({ [name]: event.target.value })}
              slotProps={{ inputLabel: { shrink: true } }}
              fullWidth={false}
              sx={{ width: { sm: 200 } }}
            />
          ))}
        </Stack>
      </Box>
    </Stack>
  );
}
