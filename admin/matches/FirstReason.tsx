import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Match } from '../generated/schema';
import { useText } from '../shared/useLocale';
import { WaysToSettle } from './WaysToSettle';

/** In a line or two, why the verdict is what it is and what to do about it. */
export function FirstReason({ match }: { match: Match }) {
  if (match.verdict === 'eligible') return <Met match={match} />;
  if (match.verdict === 'possible') return <Open match={match} />;
  return <Unmet match={match} />;
}

function Met({ match }: { match: Match }) {
  const translate = useTranslate();
  return (
    <Typography color="success.main">
      {translate('rongqiao.matches.first.eligible', { smart_count: match.findings.length })}
    </Typography>
  );
}

function Open({ match }: { match: Match }) {
  const translate = useTranslate();
  const open = match.findings.filter(finding => finding.verdict === 'unknown');
  return (
    <Stack spacing={0.5}>
      <Typography>{translate('rongqiao.matches.first.possible', { smart_count: open.length })}</Typography>
      <WaysToSettle findings={open} />
    </Stack>
  );
}

function Unmet({ match }: { match: Match }) {
  const translate = useTranslate();
  const text = useText();
  const unmet = match.findings.filter(finding => finding.verdict === 'unmet');
  const first = unmet.find(finding => finding.changes.length > 0) ?? unmet[0];
  if (!first) return null;
  const measured = first.predicates.map(predicate => text(predicate.measuredText)).filter(Boolean);
  return (
    <Box>
      <Typography>{translate('rongqiao.matches.first.unmet', { text: text(first.text) })}</Typography>
      {measured.length > 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.matches.first.measured', { value: measured.join(' / ') })}
        </Typography>
      ) : null}
      {first.changes.map(change => (
        <Typography key={change.text.zh} variant="body2" sx={{ fontWeight: 600 }}>
          {text(change.text)}
        </Typography>
      ))}
      <Typography variant="body2" color="text.secondary">
        {unmet.length === 1
          ? [translate('rongqiao.matches.first.onlyOne'), afterwards(match, first.changes.length === 0, translate)]
              .filter(Boolean)
              .join(' · ')
          : translate('rongqiao.matches.first.others', { smart_count: unmet.length - 1 })}
      </Typography>
    </Box>
  );
}

function afterwards(match: Match, isFixed: boolean, translate: (key: string) => string): string {
  if (isFixed) return translate('rongqiao.matches.detail.fixed');
  if (match.verdictAfterChanges === 'eligible') return translate('rongqiao.matches.first.thenEligible');
  if (match.verdictAfterChanges === 'possible') return translate('rongqiao.matches.first.thenPossible');
  return '';
}
