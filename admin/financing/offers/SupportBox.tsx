import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Offer, SupportLine } from '../../generated/schema';
import { formatAmount, formatRate } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';

/** What public money does to the cost of an offer, by the policies' names; nothing where no policy pays or may. */
export function SupportBox({ offer: { support, annualisedRateBps } }: { offer: Offer }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.policies.support.${key}`, values);
  if (support.lines.length === 0) return null;
  const net = support.netAnnualisedRatePpm;
  return (
    <Box component="section" aria-label={word('title')} sx={{ mt: 2, p: 1.5, borderRadius: 1, bgcolor: 'action.hover' }}>
      {net === null ? (
        <Typography variant="subtitle2" component="h4">
          {word('title')}
        </Typography>
      ) : (
        <>
          <Typography variant="body2" color="text.secondary">
            {word('net')}
          </Typography>
          <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
            <Typography component="p" variant="h6">
              {formatRate(net / 100)}
            </Typography>
            <Typography variant="body2">{word('gross', { rate: formatRate(annualisedRateBps) })}</Typography>
          </Stack>
        </>
      )}
      <Stack component="ul" spacing={0.5} sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {support.lines.map(line => (
          <Line key={line.policyId} line={line} />
        ))}
      </Stack>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {word('help')}
      </Typography>
    </Box>
  );
}

function Line({ line }: { line: SupportLine }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.policies.support.${key}`, values);
  const isOpen = line.unknowns.length > 0;
  const why = line.unknowns.map(unknown => word(`unknowns.${unknown}`));
  const standing = isOpen ? [word('open'), ...why, line.otherConditions ?? ''] : [word('counted')];
  return (
    <Typography component="li" variant="body2" color={isOpen ? 'text.secondary' : 'text.primary'}>
      {line.name}
      {locale === 'zh' ? '：' : ': '}
      {word(line.firstOn === line.lastOn ? 'once' : 'line', {
        amount: formatAmount(line.amountFen, locale),
        first: line.firstOn,
      })}
      {' · '}
      {standing.filter(Boolean).join(locale === 'zh' ? '，' : ', ')}
    </Typography>
  );
}
