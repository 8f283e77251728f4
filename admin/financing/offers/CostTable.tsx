import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CostItem, CostSheet } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { formatYuan } from '../../shared/format';

/** Millionths as per cent with two decimals: 34567 is "3.46 %". */
const formatPpm = (ppm: number): string => `${(ppm / 10_000).toFixed(2)} %`;

/** The financing-cost sheet (贷款明白纸): every cost, who charges and who pays it, and what it adds to the annual rate. */
export function CostTable({ sheet }: { sheet: CostSheet }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.offers.cost.${key}`);
  return (
    <Stack spacing={1}>
      <Typography variant="body2" color="text.secondary">
        {word('lead')}
      </Typography>
      {sheet.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fees of a loan may be alike; the sheet is never reordered.
        <CostLine key={place} item={item} />
      ))}
      <Stack direction="row" spacing={2} sx={{ px: 1.5, justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600 }}>{word('total')}</Typography>
        <Typography sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>{formatPpm(sheet.totalRatePpm)}</Typography>
      </Stack>
      <Typography variant="body2" color="text.secondary">
        {word('note')}
      </Typography>
    </Stack>
  );
}

function CostLine({ item }: { item: CostItem }) {
  const translate = useTranslate();
  const { labelOf } = useVocabulary();
  const word = (key: string) => translate(`rongqiao.financing.offers.cost.${key}`);
  const name = item.item === 'interest' ? word('interest') : labelOf('feeKinds', item.item);
  const terms = [
    `${word('chargedBy')} ${labelOf('feeChargers', item.chargedBy)}`,
    labelOf('feePayers', item.paidBy),
    item.cycle ? labelOf('feeTimings', item.cycle) : word('byMethod'),
    item.note,
  ];
  return (
    <Paper variant="outlined" sx={{ px: 1.5, py: 1 }}>
      <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
          <Typography component="span">
            {translate('rongqiao.financing.offers.yuan', { amount: formatYuan(item.amountFen) })}
          </Typography>
          <Typography component="span" sx={{ fontWeight: 600, ml: 2, display: 'inline-block', minWidth: 64 }}>
            {formatPpm(item.annualisedRatePpm)}
          </Typography>
        </Box>
      </Stack>
      <Typography variant="body2" color="text.secondary">
        {terms.filter(Boolean).join(' · ')}
      </Typography>
      {item.mark ? <Typography variant="body2">{word(`marks.${item.mark}`)}</Typography> : null}
    </Paper>
  );
}
