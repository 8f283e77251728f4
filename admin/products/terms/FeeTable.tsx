import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Fee } from '../../generated/schema';
import { useVocabulary } from '../useVocabulary';
import { useSayings } from './useSayings';

/** Every cost beside the interest: how much, who charges it, who pays it, and when. */
export function FeeTable({ fees }: { fees: readonly Fee[] }) {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const say = useSayings();
  if (fees.length === 0) return <Typography color="text.secondary">{translate('rongqiao.products.noFees')}</Typography>;
  return (
    <Stack spacing={1}>
      {fees.map(fee => (
        <Paper key={JSON.stringify(fee)} sx={{ p: 1.5, bgcolor: 'background.default' }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'baseline' }}>
            <Typography sx={{ fontWeight: 600 }}>{labelOf('feeKinds', fee.kind)}</Typography>
            <Typography sx={{ fontWeight: 600 }} color={fee.paidBy === 'enterprise' ? 'warning' : 'text.secondary'}>
              {labelOf('feePayers', fee.paidBy)}
            </Typography>
            <Box sx={{ flex: 1 }} />
            <Typography sx={{ fontWeight: 600 }}>{say.feeSize(fee) || translate('rongqiao.products.feeByNote')}</Typography>
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.products.feeLine', {
              charger: labelOf('feeChargers', fee.chargedBy),
              timing: labelOf('feeTimings', fee.timing),
            })}
            {fee.note ? ` · ${fee.note}` : ''}
          </Typography>
        </Paper>
      ))}
    </Stack>
  );
}
