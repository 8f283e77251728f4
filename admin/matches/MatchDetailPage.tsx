import ArrowBack from '@mui/icons-material/ArrowBack';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { Finding, Match, PredicateFinding } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { useSourceName } from '../shared/useSourceName';
import { AskReview } from '../verdictReviews/AskReview';
import { matchDocument } from './operations';
import { draftFrom, requestOf } from './request';
import { WaysToSettle } from './WaysToSettle';

/** One product, condition by condition: what is asked, what was measured, where from, and what would change it. */
export function MatchDetailPage() {
  const { productId = '' } = useParams();
  const [parameters] = useSearchParams();
  const translate = useTranslate();
  const draft = draftFrom(parameters);
  const query = useAsk<{ match: Match }>(matchDocument, { productId, request: requestOf(draft), on: draft.day || null });
  return (
    <Page
      title={query.data?.match.product.terms.name ?? translate('rongqiao.matches.detail.title')}
      // Its line is there from the start: what stands beside it, to be pressed, does not move when the answer comes.
      lead={query.data?.match.product.institution.name ?? '\u00a0'}
      actions={
        <>
          <Button component={Link} to={`/matches?${parameters}`} startIcon={<ArrowBack />}>
            {translate('rongqiao.matches.detail.back')}
          </Button>
          <Button component={Link} to={`/products/${productId}/show`} variant="outlined">
            {translate('rongqiao.matches.detail.seeProduct')}
          </Button>
          <Button component={Link} to={`/apply/${productId}?${parameters}`} variant="contained">
            {translate('rongqiao.financing.applications.apply')}
          </Button>
        </>
      }
    >
      <Answered query={query}>{({ match }) => <Verdict match={match} request={requestOf(draft)} />}</Answered>
    </Page>
  );
}

function Verdict({ match, request }: { match: Match; request: object | null }) {
  const translate = useTranslate();
  const groups = [
    { word: 'terms', findings: match.findings.filter(finding => finding.path.startsWith('/terms')) },
    { word: 'rule', findings: match.findings.filter(finding => !finding.path.startsWith('/terms')) },
  ];
  return (
    <Stack spacing={2}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <StateChip size="medium" state={match.verdict} label={translate(`rongqiao.matches.verdicts.${match.verdict}`)} />
        <Typography color="text.secondary">{translate(`rongqiao.matches.verdictHelp.${match.verdict}`)}</Typography>
      </Stack>
      <AskReview match={match} request={request} />
      {groups
        .filter(group => group.findings.length > 0)
        .map(({ word, findings }) => (
          <Box key={word} component="section">
            <Typography variant="h6" component="h2" gutterBottom>
              {translate(`rongqiao.matches.detail.${word}`)}
            </Typography>
            <Stack spacing={1}>
              {findings.map(finding => (
                <FindingCard key={finding.path} finding={finding} />
              ))}
            </Stack>
          </Box>
        ))}
      {match.product.terms.conditionsText ? (
        <Paper sx={{ p: 2 }}>
          <Typography variant="h6" component="h2" gutterBottom>
            {translate('rongqiao.matches.detail.forPeople')}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{match.product.terms.conditionsText}</Typography>
        </Paper>
      ) : null}
    </Stack>
  );
}

const icons = {
  met: <CheckCircleOutlined color="success" />,
  unmet: <HighlightOffOutlined color="error" />,
  unknown: <HelpOutlineOutlined color="warning" />,
};

function FindingCard({ finding }: { finding: Finding }) {
  const translate = useTranslate();
  const text = useText();
  const colon = translate('rongqiao.shared.colon');
  return (
    <Paper sx={{ p: 2 }}>
      <Stack direction="row" spacing={1.5}>
        {icons[finding.verdict]}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>{text(finding.text)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {translate(`rongqiao.matches.detail.${finding.verdict}`)}
          </Typography>
          <Stack spacing={1} sx={{ mt: 1 }}>
            {finding.predicates.map(predicate => (
              <Measured key={predicate.path} predicate={predicate} isAlone={finding.predicates.length === 1} />
            ))}
          </Stack>
          {finding.changes.map(change => (
            <Typography key={change.text.zh} sx={{ mt: 1 }}>
              <strong>
                {translate('rongqiao.matches.detail.change')}
                {colon}
              </strong>
              {text(change.text)}
            </Typography>
          ))}
          {finding.verdict === 'unmet' && finding.changes.length === 0 ? (
            <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
              {translate('rongqiao.matches.detail.fixed')}
            </Typography>
          ) : null}
          <Box sx={{ mt: 0.5 }}>
            <WaysToSettle findings={[finding]} />
          </Box>
        </Box>
      </Stack>
    </Paper>
  );
}

function Measured({ predicate, isAlone }: { predicate: PredicateFinding; isAlone: boolean }) {
  const translate = useTranslate();
  const colon = translate('rongqiao.shared.colon');
  const text = useText();
  const sourceOf = useSourceName();
  const value =
    text(predicate.measuredText) || translate(`rongqiao.matches.detail.unknownReason.${predicate.reason ?? 'missing'}`);
  const origin = [
    predicate.source ? `${translate('rongqiao.matches.detail.source')}${colon}${sourceOf(predicate.source)}` : '',
    predicate.asOf ? `${translate('rongqiao.matches.detail.asOf')}${colon}${predicate.asOf}` : '',
  ].filter(Boolean);
  return (
    <Box sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
      {isAlone ? null : <Typography variant="body2">{text(predicate.text)}</Typography>}
      <Typography variant="body2">
        {translate('rongqiao.matches.detail.measured')} · {text(predicate.label)}
        {colon}
        <strong>{value}</strong>
      </Typography>
      {origin.length > 0 ? (
        <Typography variant="body2" color="text.secondary">
          {origin.join(' · ')}
        </Typography>
      ) : null}
    </Box>
  );
}
