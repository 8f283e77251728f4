import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { formatAmount, formatInstant, formatTerm } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { useLocale } from '../../shared/useLocale';
import { applicationChipOf } from './chips';
import { turnOf } from './course';
import { DueChip } from './Due';
import type { Side } from './side';

const edges = { mine: 'warning.main', theirs: 'info.main', none: 'divider' } as const;

type Props = {
  application: Application;
  side: Side;
  /** The list holds nothing but what waits for its reader: it need not be said of each. */
  isInQueue?: boolean;
};

/** One application in a list: who, how much, how far, and whose turn it is. */
export function ApplicationCard({ application, side, isInQueue = false }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const { state, institution, enterprise, productVersion, demand, offerValidUntil, clock } = application;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.applications.${key}`, values);
  const turn = turnOf(state);
  return (
    <Paper
      component="article"
      sx={{ p: 2, borderLeft: 4, borderLeftColor: edges[turn === side ? 'mine' : turn ? 'theirs' : 'none'] }}
    >
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h3">
              {side === 'firm' ? productVersion.name : (enterprise?.name ?? word('nameless'))}
            </Typography>
            <StateChip state={applicationChipOf[state]} label={word(`states.${state}`)} />
            {clock ? <DueChip clock={clock} side={side} /> : null}
            {turn === side && !isInQueue ? (
              <Chip size="small" variant="outlined" color="warning" label={word('next.mine')} />
            ) : null}
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {side === 'firm' ? institution.name : productVersion.name} ·{' '}
            {word('submittedOn', { day: formatInstant(application.submittedAt).slice(0, 10) })}
          </Typography>
          <Typography sx={{ mt: 0.5 }}>
            <strong>{formatAmount(application.amountFen, locale)}</strong> · {formatTerm(application.termMonths, locale)} ·{' '}
            {labelOf('purposes', demand.purpose)}
          </Typography>
          <Typography variant="body2" sx={{ mt: 0.5 }}>
            {word(`next.${side}.${state}`, { bank: institution.name })}
            {offerValidUntil ? ` ${translate('rongqiao.financing.offers.figures.validUntil')} ${offerValidUntil}` : ''}
          </Typography>
        </Box>
        <Button
          component={Link}
          to={`/applications/${application.id}/show`}
          variant={turn === side ? 'contained' : 'outlined'}
          sx={{ flexShrink: 0 }}
        >
          {word('details')}
        </Button>
      </Stack>
    </Paper>
  );
}
