import { Box, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { GuarantorLimitFinding } from '../../generated/schema';
import { formatAmount } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';

/** Each limit with what is allowed, used, asked for and left. */
export function LimitTable({ limits }: { limits: readonly GuarantorLimitFinding[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.limits.${key}`, values);
  return (
    <Stack spacing={1.5}>
      {limits.map(({ limit, limitFen, usedFen, thisFen, leftFen, isWithin }) => (
        <Box key={limit}>
          <Typography sx={{ fontWeight: 600 }}>{word(limit)}</Typography>
          <LinearProgress
            variant="buffer"
            aria-label={word(limit)}
            value={Math.min(100, (usedFen / limitFen) * 100)}
            valueBuffer={Math.min(100, ((usedFen + thisFen) / limitFen) * 100)}
            color={isWithin ? 'primary' : 'error'}
            sx={{ my: 0.5, height: 8, borderRadius: 4, '& .MuiLinearProgress-dashed': { display: 'none' } }}
          />
          <Typography variant="body2" color={isWithin ? 'text.secondary' : 'error'}>
            {word('numbers', {
              limit: formatAmount(limitFen, locale),
              used: formatAmount(usedFen, locale),
              this: formatAmount(thisFen, locale),
            })}{' '}
            {word(isWithin ? 'left' : 'above', { amount: formatAmount(Math.abs(leftFen), locale) })}
          </Typography>
        </Box>
      ))}
    </Stack>
  );
}
