import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Enterprise } from '../generated/schema';

/** A unified social credit code, with a word of caution while its check digit does not fit. */
export function Uscc({ enterprise }: { enterprise: Pick<Enterprise, 'uscc' | 'usccVerdict'> }) {
  const translate = useTranslate();
  return (
    <Box component="span">
      <Box component="span" sx={{ fontFamily: 'monospace' }}>
        {enterprise.uscc ?? '—'}
      </Box>
      {enterprise.usccVerdict === 'checkDigitMismatch' ? (
        <Typography component="span" variant="body2" color="warning.main" sx={{ display: 'block' }}>
          {translate('rongqiao.enterprises.enterprises.usccMismatch')}
        </Typography>
      ) : null}
    </Box>
  );
}
