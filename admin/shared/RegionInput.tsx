import { FormHelperText, MenuItem, Stack, TextField } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import type { Region } from '../generated/schema';
import { regionPathDocument, regionsDocument } from './operations';
import { useAsk } from './useAsk';
import { useText } from './useLocale';

type Props = {
  source: string;
  label: string;
  /** The level at which a choice is complete: 2 city, 3 county, 4 town. A wider region stays allowed above it. */
  deepestLevel?: number;
  validate?: Parameters<typeof useInput>[0]['validate'];
};

/** Chooses a division step by step, province → city → county (→ town); the value is its code. */
export function RegionInput({ source, label, deepestLevel = 3, validate }: Props) {
  const { field, fieldState, isRequired } = useInput<string | null>({ source, validate });
  return (
    <RegionPicker
      label={isRequired ? `${label} *` : label}
      code={field.value || null}
      onChange={field.onChange}
      deepestLevel={deepestLevel}
      error={fieldState.error?.message}
    />
  );
}

type PickerProps = {
  label: string;
  code: string | null;
  onChange: (code: string | null) => void;
  deepestLevel: number;
  error?: string | undefined;
};

export function RegionPicker({ label, code, onChange, deepestLevel, error }: PickerProps) {
  const translate = useTranslate();
  const path = useAsk<{ regionPath: Region[] }>(regionPathDocument, { code: code ?? '' }, { enabled: Boolean(code) });
  const chosen = code ? (path.data?.regionPath ?? []) : [];
  const steps = [null, ...chosen.map(region => region.code)].slice(0, deepestLevel);
  return (
    <Stack spacing={1} sx={{ width: '100%', my: 1 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
        {steps.map((parent, step) => (
          <RegionStep
            key={parent ?? 'country'}
            label={step === 0 ? label : translate(`rongqiao.shared.regionLevels.${step + 1}`)}
            parent={parent}
            code={chosen[step]?.code ?? ''}
            onChange={next => onChange(next || parent)}
          />
        ))}
      </Stack>
      {error ? (
        <FormHelperText error>{translate(error.replace(/^@@react-admin@@"|"$/g, ''), { _: error })}</FormHelperText>
      ) : null}
    </Stack>
  );
}

type StepProps = { label: string; parent: string | null; code: string; onChange: (code: string) => void };

function RegionStep({ label, parent, code, onChange }: StepProps) {
  const text = useText();
  const regions = useAsk<{ regions: Region[] }>(regionsDocument, { parent }).data?.regions ?? [];
  if (regions.length === 0) return null;
  return (
    <TextField
      select
      label={label}
      value={regions.some(region => region.code === code) ? code : ''}
      onChange={event => onChange(event.target.value)}
      sx={{ minWidth: 140, flex: 1 }}
    >
      <MenuItem value="">—</MenuItem>
      {regions.map(region => (
        <MenuItem key={region.code} value={region.code}>
          {text(region.name)}
        </MenuItem>
      ))}
    </TextField>
  );
}
