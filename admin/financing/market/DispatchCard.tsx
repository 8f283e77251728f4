import { Box, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DispatchDemand } from '../../generated/schema';
import { useDemandPhrases } from '../demands/DemandCard';
import { DemandStateChip } from '../demands/DemandStateChip';

/** A demand to be passed on, in one look; `children` are what can be done with it. */
export function DispatchCard({ demand, children }: { demand: DispatchDemand; children?: ReactNode }) {
  const translate = useTranslate();
  const phrases = useDemandPhrases()({ ...demand, amountFen: demand.restFen, highestRateBps: null, repaymentMethods: [] });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.dispatch.${key}`, values);
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {phrases.amount} · {phrases.term} · {phrases.purpose}
            </Typography>
            <DemandStateChip state={demand.state} />
          </Stack>
          <Typography>{demand.enterprise.name}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[
              phrases.securities,
              word('lenders', { smart_count: demand.lendersMax }),
              demand.placesLeft > 0 ? word('places', { smart_count: demand.placesLeft }) : word('full'),
              word('validUntil', { day: demand.validUntil }),
              word(demand.allowsSecondLook ? 'secondLook' : 'noSecondLook'),
            ].join(' · ')}
          </Typography>
          {demand.note ? <Typography sx={{ mt: 0.5, whiteSpace: 'pre-line' }}>{demand.note}</Typography> : null}
        </Box>
        {children}
      </Stack>
    </Paper>
  );
}
