import { MenuItem, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Field } from '../../shared/Refused';
import { type Draft, dataLifeOffered, readDaysOffered } from './draft';

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** How often the recipient may read, and how long it may keep what it read. Matching goes on every day. */
export function UseChoice({ draft, onChange }: Props) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.form.${key}`, values);
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ pt: 1 }}>
      {draft.purpose === 'matching' ? null : (
        <Field
          select
          name="readDaysMax"
          label={say('readDays')}
          helperText={say('readDaysHelp')}
          value={draft.readDaysMax ?? 0}
          onChange={event => onChange({ readDaysMax: Number(event.target.value) || null })}
          sx={{ width: { sm: 300 } }}
        >
          {readDaysOffered.map(days => (
            <MenuItem key={days ?? 0} value={days ?? 0}>
              {days === null ? say('readDaysAny') : days === 1 ? say('readDaysOne') : say('readDaysMany', { days })}
            </MenuItem>
          ))}
        </Field>
      )}
      <Field
        select
        name="dataLifeDays"
        label={say('dataLife')}
        helperText={say('dataLifeHelp')}
        value={draft.dataLifeDays}
        onChange={event => onChange({ dataLifeDays: Number(event.target.value) })}
        sx={{ width: { sm: 300 } }}
      >
        {dataLifeOffered.map(days => (
          <MenuItem key={days} value={days}>
            {days === 0 ? say('dataLifeNone') : say('dataLifeDays', { days })}
          </MenuItem>
        ))}
      </Field>
    </Stack>
  );
}
