import { Alert, Box, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RuleReach as Told } from '../../generated/schema';
import { useLocale } from '../../shared/useLocale';
import { useRuleReach } from './useRuleReach';

type Props = { rule: unknown; bounds: Readonly<Record<string, unknown>> };

/** How many firms of the city the rule reaches, beside the rule while it is written. */
export function RuleReach({ rule, bounds }: Props) {
  const translate = useTranslate();
  const word = (key: string, options = {}) => translate(`rongqiao.products.reach.${key}`, options);
  const reach = useRuleReach({ ...bounds, rule });
  if (reach.state === 'unavailable') return null;
  const isOld = reach.state === 'told' && !reach.isFresh;
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-label={word('title')}
      sx={{ p: 1.5, mt: 1.5, width: '100%', opacity: isOld ? 0.6 : 1, transition: 'opacity 150ms' }}
    >
      <Typography variant="subtitle2" component="h3">
        {word('title')}
      </Typography>
      <Box aria-live="polite">
        {reach.state === 'pending' ? <LinearProgress sx={{ my: 1 }} aria-label={word('pending')} /> : null}
        {reach.state === 'invalid' ? (
          <Alert severity="info" sx={{ mt: 1 }}>
            {word('invalid')}
          </Alert>
        ) : null}
        {reach.state === 'told' ? reach.reach.isLoading ? <Loading reach={reach.reach} /> : <Counts reach={reach.reach} /> : null}
      </Box>
    </Paper>
  );
}

function Loading({ reach: { done, total } }: { reach: Told }) {
  const translate = useTranslate();
  return (
    <Stack spacing={0.5} sx={{ mt: 1 }}>
      <Typography variant="body2">{translate('rongqiao.products.reach.loading', { done, total })}</Typography>
      <LinearProgress variant="determinate" value={total === 0 ? 0 : (done / total) * 100} aria-hidden />
    </Stack>
  );
}

function Counts({ reach }: { reach: Told }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, options = {}) => translate(`rongqiao.products.reach.${key}`, options);
  const shown = (count: number | null | undefined) =>
    count === null || count === undefined ? word('few') : word('about', { count: count.toLocaleString(locale) });
  const keepingOut = reach.clauses.filter(({ excluded }) => excluded !== null);
  return (
    <>
      <Stack direction="row" spacing={3} sx={{ mt: 0.5, flexWrap: 'wrap', rowGap: 1 }}>
        <Figure label={word('eligible')} value={shown(reach.eligible)} />
        <Figure label={word('possible')} value={shown(reach.possible)} />
        <Figure label={word('firms')} value={shown(reach.firms)} />
      </Stack>
      {keepingOut.length > 0 ? (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
          {keepingOut.map(({ path, excluded }) => (
            <Typography key={path} component="li" variant="body2">
              {word('excludes', { clause: nameOf(path, word), count: (excluded ?? 0).toLocaleString(locale) })}
            </Typography>
          ))}
        </Box>
      ) : null}
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1 }}>
        {word('note', { day: reach.day })}
      </Typography>
    </>
  );
}

/** The clause as the editor numbers it, or the bound of the product. */
function nameOf(path: string, word: (key: string, options?: object) => string): string {
  const number = /^\/all\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? word(`bounds.${path.replace('/terms/', '')}`) : word('clause', { number: Number(number) + 1 });
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <Box>
    <Typography variant="caption" color="text.secondary" component="div">
      {label}
    </Typography>
    <Typography variant="h6" component="div" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {value}
    </Typography>
  </Box>
);
