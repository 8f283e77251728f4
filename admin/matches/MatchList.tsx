import { Box, Button, Pagination, Stack, Tab, Tabs, Typography } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Match, MatchPage as MatchPageData, Ranking } from '../generated/schema';
import { Answered, Failed } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { useAsk } from '../shared/useAsk';
import { Advice } from './Advice';
import { MatchCard } from './MatchCard';
import { matchesDocument, matchesPerPage } from './operations';
import { RankingNote } from './RankingNote';
import { type Asked, emptyDraft, withDraft } from './request';
import { SortChoice } from './SortChoice';

const verdicts = ['eligible', 'possible', 'notEligible'] as const;
type Verdict = (typeof verdicts)[number];

/** Every product with its verdict, best first; verdict, order and page stand in the address. */
export function MatchList({ asked: { request, label, q, on } }: { asked: Asked }) {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const pageNumber = Number(parameters.get('page') ?? '1') || 1;
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
  const showAll = () => {
    const next = withDraft(parameters, emptyDraft);
    next.delete('verdict');
    setParameters(next, { replace: true });
  };
  return (
    <Answered query={query}>
      {({ matches }) => (
        <Box aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1, transition: 'opacity 120ms' }}>
          {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
          <VerdictTabs counts={matches.counts} verdict={verdict} onChange={next => put('verdict', next)} />
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 1, mb: 1.5, justifyContent: 'space-between' }}>
            <RankingNote ranking={matches.ranking} />
            <SortChoice value={parameters.get('sort') ?? ''} onChange={next => put('sort', next)} />
          </Stack>
          <Advice advice={matches.advice} />
          <Stack spacing={1.5}>
            <Cards items={matches.items} ranking={matches.ranking} search={parameters.toString()} />
            {matches.items.length === 0 ? (
              <Empty
                title={translate('rongqiao.matches.empty.title')}
                hint={translate('rongqiao.matches.empty.hint')}
                action={<Button onClick={showAll}>{translate('rongqiao.matches.empty.clear')}</Button>}
              />
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
  );
}

type CardsProps = { items: readonly Match[]; ranking: Ranking; search: string };

/** Asking again draws only what has changed. */
const Cards = memo(function Cards({ items, ranking, search }: CardsProps) {
  const counted = countedIn(ranking);
  return items.map(match => <MatchCard key={match.id} match={match} counted={counted} search={search} />);
});

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
