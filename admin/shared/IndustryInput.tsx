import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import type { Industry } from '../generated/schema';
import { industriesDocument } from './operations';
import { useAsk } from './useAsk';
import { useText } from './useLocale';

/** Finds an industry of GB/T 4754 by name or code; the value is its code. */
export function IndustryInput({ source, label, helperText }: { source: string; label: string; helperText?: string }) {
  const { field, fieldState } = useInput<string | null>({ source });
  const [q, setQ] = useState('');
  const text = useText();
  const translate = useTranslate();
  const found = useAsk<{ industries: Industry[] }>(industriesDocument, { q: q || field.value || '' });
  const options = found.data?.industries ?? [];
  const chosen = options.find(option => option.code === field.value) ?? null;
  return (
    <Autocomplete
      fullWidth
      options={options}
      value={chosen}
      loading={found.isFetching}
      filterOptions={all => all}
      noOptionsText={translate('rongqiao.shared.industry.none')}
      getOptionLabel={option => `${option.code} ${text(option.name)}`}
      isOptionEqualToValue={(option, value) => option.code === value.code}
      onChange={(_, option) => field.onChange(option?.code ?? null)}
      onInputChange={(_, words, reason) => {
        if (reason === 'input') setQ(words);
      }}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block' }}>
          <Typography>
            {option.code} {text(option.name)}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {option.path.map(text).join(' › ')}
          </Typography>
        </Box>
      )}
      renderInput={props => (
        <TextField
          {...props}
          label={label}
          margin="dense"
          error={Boolean(fieldState.error)}
          helperText={fieldState.error?.message ?? helperText ?? translate('rongqiao.shared.industry.hint')}
        />
      )}
    />
  );
}
