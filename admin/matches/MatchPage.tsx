import { Alert, Box, Pagination, Stack, Tab, Tabs, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import type { Match, MatchPage as MatchPageData, Ranking } from '../generated/schema';
import { AlertPanel } from '../matchRuns/AlertPanel';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { useSettled } from '../shared/useSettled';
import { Advice } from './Advice';
import { MatchCard } from './MatchCard';
import { matchesDocument, matchesPerPage } from './operations';
import { RankingNote } from './RankingNote';
import { RequestPanel } from './RequestPanel';
import { draftFrom, requestOf, withDraft } from './request';
import { SortChoice } from './SortChoice';

const verdicts = ['eligible', 'possible', 'notEligible'] as const;
type Verdict = (typeof verdicts)[number];

/** The main page of a firm: every product with its verdict, the reason and the way on. All of its state is in its address. */
export function MatchPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  if (me && isUnconfirmed(me))
    return (
      <Page title={translate('rongqiao.matches.title')}>
        <Alert severity="info">{translate('rongqiao.matches.pending')}</Alert>
      </Page>
    );
  return <Matches />;
}

type Asked = { request: ReturnType<typeof requestOf>; label: string; q: string; on: string | null };

function Matches() {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const draft = draftFrom(parameters);
  const pageNumber = Number(parameters.get('page') ?? '1') || 1;
  const settled = useSettled(
    JSON.stringify({ request: requestOf(draft), label: draft.label, q: draft.words, on: draft.day || null }),
    300,
  );
  const { request, label, q, on } = JSON.parse(settled) as Asked;
  const verdict = (parameters.get('verdict') as Verdict | null) ?? null;
  const query = useAsk<{ matches: MatchPageData }>(matchesDocument, {
    page: pageNumber,
    q: q || null,
    sort: parameters.get('sort'),
    filter: { verdict, label: label || null },
    request,
    on,
  });

  const put = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'page') next.delete('page');
    setParameters(next, { replace: true });
  };

  return (
    <Page title={translate('rongqiao.matches.title')} lead={translate('rongqiao.matches.lead')}>
      <RequestPanel draft={draft} onChange={next => setParameters(withDraft(parameters, next), { replace: true })} />
      <AlertPanel />
      <Answered query={query}>
        {({ matches }) => (
          <Box aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1, transition: 'opacity 120ms' }}>
            {query.error ? <Alert severity="error">{query.error.message}</Alert> : null}
            <VerdictTabs counts={matches.counts} verdict={verdict} onChange={next => put('verdict', next)} />
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 1, mb: 1.5, justifyContent: 'space-between' }}>
              <RankingNote ranking={matches.ranking} />
              <SortChoice value={parameters.get('sort') ?? ''} onChange={next => put('sort', next)} />
            </Stack>
            <Advice advice={matches.advice} />
            <Stack spacing={1.5}>
              {matches.items.map((match: Match) => (
                <MatchCard key={match.id} match={match} counted={countedIn(matches.ranking)} search={parameters.toString()} />
              ))}
              {matches.items.length === 0 ? (
                <Empty title={translate('rongqiao.matches.empty.title')} hint={translate('rongqiao.matches.empty.hint')} />
              ) : null}
            </Stack>
            <Stack direction="row" sx={{ mt: 2, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}>
              <Typography variant="body2" color="text.secondary">
                {translate('rongqiao.matches.asOf', { day: matches.today })}
              </Typography>
              {matches.total > matchesPerPage ? (
                <Pagination
                  count={Math.ceil(matches.total / matchesPerPage)}
                  page={pageNumber}
                  onChange={(_, next) => put('page', next > 1 ? String(next) : '')}
                />
              ) : null}
            </Stack>
          </Box>
        )}
      </Answered>
    </Page>
  );
}

const countedIn = ({ weights }: Ranking) => weights.filter(({ isCounted }) => isCounted).map(({ part }) => part);

type TabsProps = { counts: Record<Verdict, number>; verdict: Verdict | null; onChange: (verdict: string) => void };

function VerdictTabs({ counts, verdict, onChange }: TabsProps) {
  const translate = useTranslate();
  const all = counts.eligible + counts.possible + counts.notEligible;
  return (
    <>
      <Tabs
        value={verdict ?? ''}
        onChange={(_, next: string) => onChange(next)}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 1 }}
      >
        <Tab value="" label={`${translate('rongqiao.shared.all')} ${all}`} />
        {verdicts.map(each => (
          <Tab key={each} value={each} label={`${translate(`rongqiao.matches.verdicts.${each}`)} ${counts[each]}`} />
        ))}
      </Tabs>
      {verdict ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {translate(`rongqiao.matches.verdictHelp.${verdict}`)}
        </Typography>
      ) : null}
    </>
  );
}
