import { Button, Chip, FormHelperText, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Region } from '../../generated/schema';
import { regionPathDocument } from '../../shared/operations';
import { RegionPicker } from '../../shared/RegionInput';
import { useAsk } from '../../shared/useAsk';
import { useLocale, useText } from '../../shared/useLocale';

export type CodesProps = {
  label: string;
  codes: readonly string[];
  onChange: (codes: readonly string[]) => void;
  isWrong?: boolean;
  helperText?: string | undefined;
};

/** Divisions at any level of the tree: chosen step by step, then added; each stands for all within it. */
export function RegionCodesField({ label, codes, onChange, isWrong = false, helperText }: CodesProps) {
  const translate = useTranslate();
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Stack spacing={0.5}>
      <Typography variant="body2" color={isWrong ? 'error' : 'text.secondary'}>
        {label}
      </Typography>
      <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
        {codes.map(code => (
          <Chip key={code} label={<RegionName code={code} />} onDelete={() => onChange(codes.filter(each => each !== code))} />
        ))}
      </Stack>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'center' } }}>
        <RegionPicker label={translate('rongqiao.products.form.province')} code={picked} onChange={setPicked} deepestLevel={3} />
        <Button
          variant="outlined"
          disabled={picked === null || codes.includes(picked)}
          onClick={() => {
            if (picked !== null) onChange([...codes, picked]);
            setPicked(null);
          }}
        >
          {translate('ra.action.add')}
        </Button>
      </Stack>
      {helperText ? <FormHelperText error={isWrong}>{helperText}</FormHelperText> : null}
    </Stack>
  );
}

function RegionName({ code }: { code: string }) {
  const text = useText();
  const locale = useLocale();
  const names = (useAsk<{ regionPath: Region[] }>(regionPathDocument, { code }).data?.regionPath ?? []).map(({ name }) =>
    text(name),
  );
  if (names.length === 0) return <>{code}</>;
  return <>{locale === 'zh' ? names.join('') : [...names].reverse().join(', ')}</>;
}
