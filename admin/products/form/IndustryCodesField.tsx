import { Autocomplete, Box, Chip, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Industry } from '../../generated/schema';
import { industriesDocument } from '../../shared/operations';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { useSettled } from '../../shared/useSettled';
import type { CodesProps } from './RegionCodesField';

/** Industries of GB/T 4754 at any level, found by name or code; each stands for all within it. */
export function IndustryCodesField({ label, codes, onChange, isWrong = false, helperText }: CodesProps) {
  const translate = useTranslate();
  const text = useText();
  const [q, setQ] = useState('');
  const found = useAsk<{ industries: Industry[] }>(industriesDocument, { q: useSettled(q, 250) });
  const industries = found.data?.industries ?? [];
  const industryOf = (code: string) => industries.find(industry => industry.code === code);
  return (
    <Autocomplete<string, true>
      multiple
      fullWidth
      options={industries.map(({ code }) => code)}
      value={[...codes]}
      loading={found.isFetching}
      filterOptions={all => all}
      filterSelectedOptions
      noOptionsText={translate('rongqiao.shared.industry.none')}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, words) => setQ(words)}
      renderValue={(values, getItemProps) =>
        values.map((code, index) => {
          const { key, ...props } = getItemProps({ index });
          return <Chip key={key} {...props} label={<IndustryName code={code} />} />;
        })
      }
      renderOption={({ key, ...props }, code) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Typography>
            {code} {text(industryOf(code)?.name)}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {industryOf(code)?.path.map(text).join(' › ')}
          </Typography>
        </Box>
      )}
      renderInput={props => (
        <TextField
          {...props}
          margin="none"
          label={label}
          error={isWrong}
          helperText={helperText ?? translate('rongqiao.shared.industry.hint')}
        />
      )}
    />
  );
}

function IndustryName({ code }: { code: string }) {
  const text = useText();
  const found = useAsk<{ industries: Industry[] }>(industriesDocument, { q: code }).data?.industries ?? [];
  return (
    <>
      {code} {text(found.find(industry => industry.code === code)?.name)}
    </>
  );
}
