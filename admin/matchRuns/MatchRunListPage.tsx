import { Box, Button, LinearProgress, Pagination, Paper, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { MatchRun, MatchRunPage as MatchRunPageData } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { formatCount, formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useAsk } from '../shared/useAsk';
import { matchRunsDocument } from './operations';
import { isOpen, pollMilliseconds, RunCount } from './RunFigures';
import { useRunVerbs } from './useRunVerbs';

const perPage = 20;

/** Every run, newest first: the one under way with its progress, the others with what came of them. */
export function MatchRunListPage() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.matchRuns.${key}`);
  const navigate = useNavigate();
  const { permissions: me } = usePermissions<Me>();
  const { start } = useRunVerbs();
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page') ?? '1') || 1;
  const query = useAsk<{ matchRuns: MatchRunPageData }>(
    matchRunsDocument,
    { page, perPage },
    { refetchInterval: data => (data?.matchRuns.items.some(isOpen) ? pollMilliseconds : false) },
  );
  const startNow = async () => {
    const id = await start();
    if (id) navigate(`/matchRuns/${id}`);
  };
  const startButton =
    me && me.role !== 'auditor' ? (
      <Button variant="contained" onClick={() => void startNow()}>
        {say('start')}
      </Button>
    ) : null;
  return (
    <Page title={say('title')} lead={say('lead')} actions={startButton}>
      <Answered query={query}>
        {({ matchRuns }) => (
          <Stack spacing={1.5}>
            {matchRuns.items.map(run => (
              <RunCard key={run.id} run={run} />
            ))}
            {matchRuns.items.length === 0 ? <Empty title={say('empty.title')} hint={say('empty.hint')} /> : null}
            {matchRuns.total > perPage ? (
              <Pagination
                count={Math.ceil(matchRuns.total / perPage)}
                page={page}
                onChange={(_, next) => setParameters({ page: String(next) })}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function RunCard({ run }: { run: MatchRun }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.${key}`, values);
  return (
    <Paper
      component={Link}
      to={`/matchRuns/${run.id}`}
      sx={{ p: 2, display: 'block', color: 'inherit', textDecoration: 'none', '&:hover': { boxShadow: 3 } }}
    >
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h6" component="h2">
          {say(`reasons.${run.reason}`)}
        </Typography>
        <StateChip state={run.state} label={say(`states.${run.state}`)} />
        <Typography color="text.secondary" sx={{ ml: { sm: 'auto' } }}>
          {formatInstant(run.createdAt)}
        </Typography>
      </Stack>
      {run.state === 'running' ? (
        <LinearProgress
          variant="determinate"
          value={run.percent}
          aria-label={say('progress', { percent: run.percent })}
          sx={{ my: 1.5, height: 8, borderRadius: 4 }}
        />
      ) : null}
      {run.failure ? <Typography color="error">{say(`failures.${run.failure}`)}</Typography> : null}
      {run.state === 'finished' ? <Outcome run={run} /> : null}
    </Paper>
  );
}

/** What came of it, on one line of figures. */
function Outcome({ run }: { run: MatchRun }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.${key}`, values);
  if (run.replayAnswer)
    return (
      <Typography sx={{ mt: 1 }} color={run.replayAnswer.isSame ? 'success' : 'warning'}>
        {run.replayAnswer.isSame
          ? say('replay.same')
          : say('replay.different', { smart_count: run.replayAnswer.productsDiffering })}
      </Typography>
    );
  const figures = ['eligible', 'entered', 'left', 'told'] as const;
  return (
    <Stack direction="row" useFlexGap spacing={3} sx={{ mt: 1, flexWrap: 'wrap' }}>
      <Labelled label={say('headings.pairs')}>
        {say('pairs', { firms: formatCount(run.firms), products: formatCount(run.products) })}
      </Labelled>
      {figures.map(figure => (
        <Labelled key={figure} label={say(`headings.${figure}`)}>
          <RunCount figure={run[figure]} />
        </Labelled>
      ))}
    </Stack>
  );
}

const Labelled = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <Box>
    <Typography variant="body2" color="text.secondary">
      {label}
    </Typography>
    <Typography>{children}</Typography>
  </Box>
);
