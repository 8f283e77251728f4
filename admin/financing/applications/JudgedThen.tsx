import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application, Finding, PredicateFinding } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { useText } from '../../shared/useLocale';
import { useSourceName } from '../../shared/useSourceName';
import { Section } from './Section';
import type { Side } from './side';

/** The verdict as the bank received it, clause by clause, kept as it was on the day of submission. */
export function JudgedThen({ application, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(side === 'bank');
  const { matchVerdict, matchDigest, engineVersion, findings, productVersion, productId } = application;
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.applications.match.${key}`, values);
  return (
    <Section
      title={word('title')}
      lead={word('lead', { number: productVersion.number })}
      action={
        <>
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {word(isShown ? 'hide' : 'show')}
          </Button>
          {side === 'firm' ? (
            <Button component={Link} to={`/matches/${productId}`}>
              {word('now')}
            </Button>
          ) : null}
        </>
      }
    >
      <Stack spacing={1.5}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <StateChip state={matchVerdict} label={translate(`rongqiao.matches.verdicts.${matchVerdict}`)} />
          <Typography variant="body2" color="text.secondary">
            {translate(`rongqiao.matches.verdictHelp.${matchVerdict}`)}
          </Typography>
        </Stack>
        {application.verdictReview ? (
          <Alert severity="info">
            {translate('rongqiao.verdictReviews.onApplication', { at: formatInstant(application.verdictReview.answeredAt) })}
          </Alert>
        ) : null}
        {isShown ? (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {(findings ?? []).map(finding => (
              <FindingLine key={finding.path} finding={finding} />
            ))}
          </Box>
        ) : null}
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {word('digest', { digest: matchDigest.slice(0, 16), engine: engineVersion })}
        </Typography>
      </Stack>
    </Section>
  );
}

const icons = { met: CheckCircleOutlined, unmet: HighlightOffOutlined, unknown: HelpOutlineOutlined } as const;
const colours = { met: 'success', unmet: 'error', unknown: 'warning' } as const;

function FindingLine({ finding }: { finding: Finding }) {
  const translate = useTranslate();
  const text = useText();
  const Icon = icons[finding.verdict];
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Icon
        fontSize="small"
        color={colours[finding.verdict]}
        titleAccess={translate(`rongqiao.matches.detail.${finding.verdict}`)}
        sx={{ mt: '2px' }}
      />
      <Box sx={{ minWidth: 0 }}>
        <Typography>{text(finding.text)}</Typography>
        {finding.predicates.map(predicate => (
          <Measured key={predicate.path} predicate={predicate} />
        ))}
      </Box>
    </Box>
  );
}

function Measured({ predicate }: { predicate: PredicateFinding }) {
  const sourceOf = useSourceName();
  const translate = useTranslate();
  const text = useText();
  const detail = (key: string) => translate(`rongqiao.matches.detail.${key}`);
  const value = text(predicate.measuredText) || detail(`unknownReason.${predicate.reason ?? 'missing'}`);
  const origin = [
    predicate.source ? `${detail('source')} ${sourceOf(predicate.source)}` : '',
    predicate.asOf ? `${detail('asOf')} ${predicate.asOf}` : '',
  ].filter(Boolean);
  return (
    <Typography variant="body2" color="text.secondary">
      {text(predicate.label)}
      {translate('rongqiao.shared.colon')}
      <strong>{value}</strong>
      {origin.length > 0 ? ` · ${origin.join(' · ')}` : ''}
    </Typography>
  );
}
