import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DemandFit, MarketDemand } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { useDemandPhrases } from '../demands/DemandCard';

type Props = { demand: MarketDemand; onTake: () => void };

/** An open demand: what is asked, where and by what kind of firm, and which of the bank's products fit; never whose it is. */
export function MarketCard({ demand, onTake }: Props) {
  const translate = useTranslate();
  const text = useText();
  const phrases = useDemandPhrases()(demand);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.open.${key}`, values);
  const size = demand.sizeClass ? translate(`rongqiao.enterprises.size.classes.${demand.sizeClass}`) : word('unknownSize');
  const comma = translate('rongqiao.products.say.comma');
  const namesOf = (wanted: DemandFit['verdict']) =>
    demand.fits.flatMap(({ name, verdict }) => (verdict === wanted ? [name] : [])).join(comma);
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {phrases.amount} · {phrases.term} · {phrases.purpose}
            </Typography>
            <Chip
              size="small"
              color={demand.route === 'auction' ? 'info' : 'default'}
              variant="outlined"
              label={word(`routes.${demand.route}`)}
            />
          </Stack>
          <Typography>
            {word('nameless', { region: text(demand.region) || '—', industry: text(demand.industry) || '—', size })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {[
              phrases.securities,
              phrases.highestRate,
              phrases.repaymentMethods,
              word('places', { smart_count: demand.placesLeft }),
              demand.offersUntil
                ? word('offersUntil', { day: demand.offersUntil })
                : word('validUntil', { day: demand.validUntil }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {(['eligible', 'possible'] as const).map(verdict =>
            namesOf(verdict) ? (
              <Typography key={verdict} variant="body2" sx={{ mt: 0.5 }}>
                {word(`fits.${verdict}`, { names: namesOf(verdict) })}
              </Typography>
            ) : null,
          )}
        </Box>
        {demand.allowedVerbs.includes('grabDemand') ? (
          <Button variant="contained" onClick={onTake} sx={{ flexShrink: 0 }}>
            {word(demand.route === 'auction' ? 'join' : 'grab')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
}
