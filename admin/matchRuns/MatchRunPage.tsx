import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, AlertTitle, Box, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { MatchRun, ReplayAnswer as ReplayAnswerData } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { formatCount, formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useAsk } from '../shared/useAsk';
import { MovedProducts } from './MovedProducts';
import { matchRunDocument } from './operations';
import { isOpen, pollMilliseconds, RunCount } from './RunFigures';
import { useRunVerbs } from './useRunVerbs';

/** One run: how far it is, what it was made of, what came of it product by product, and the way to check it. */
export function MatchRunPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const query = useAsk<{ matchRun: MatchRun }>(
    matchRunDocument,
    { id },
    { refetchInterval: data => (data && isOpen(data.matchRun) ? pollMilliseconds : false) },
  );
  const run = query.data?.matchRun;
  return (
    <Page
      title={translate(run ? `rongqiao.matchRuns.reasons.${run.reason}` : 'rongqiao.matchRuns.title')}
      lead={run ? formatInstant(run.createdAt) : ''}
      actions={
        <>
          <Button component={Link} to="/matchRuns" startIcon={<ArrowBack />}>
            {translate('rongqiao.matchRuns.back')}
          </Button>
          {run?.allowedVerbs.includes('replayMatchRun') ? <ReplayButton run={run} /> : null}
        </>
      }
    >
      <Answered query={query}>{({ matchRun }) => <Run run={matchRun} />}</Answered>
    </Page>
  );
}

function Run({ run }: { run: MatchRun }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.${key}`, values);
  return (
    <Stack spacing={2.5}>
      <Box>
        <StateChip size="medium" state={run.state} label={say(`states.${run.state}`)} />
      </Box>
      {isOpen(run) ? (
        <Paper sx={{ p: { xs: 2, sm: 3 } }} role="status">
          <Typography gutterBottom>{say(run.state === 'waiting' ? 'started' : 'progress', { percent: run.percent })}</Typography>
          <LinearProgress
            variant={run.state === 'waiting' ? 'indeterminate' : 'determinate'}
            value={run.percent}
            aria-label={say(`states.${run.state}`)}
            sx={{ height: 8, borderRadius: 4 }}
          />
        </Paper>
      ) : null}
      {run.failure ? <Alert severity="error">{say(`failures.${run.failure}`)}</Alert> : null}
      {run.replayAnswer ? <ReplayAnswer answer={run.replayAnswer} /> : null}
      {run.replayOf ? (
        <Box>
          <Button component={Link} to={`/matchRuns/${run.replayOf}`} variant="outlined" size="small">
            {say('replay.original')}
          </Button>
        </Box>
      ) : null}
      {run.isFirst ? <Alert severity="info">{say('first')}</Alert> : null}
      {run.state === 'finished' ? <Figures run={run} /> : null}
      {run.state === 'finished' && !run.replayOf ? <MovedProducts runId={run.id} /> : null}
    </Stack>
  );
}

/** What it was made of and what came of it. */
function Figures({ run }: { run: MatchRun }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.${key}`, values);
  const counts = run.replayOf
    ? (['eligible', 'possible'] as const)
    : (['eligible', 'possible', 'entered', 'left', 'told'] as const);
  const digests = ['productsDigest', 'populationDigest', 'resultDigest'] as const;
  return (
    <Paper sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack direction="row" useFlexGap spacing={4} sx={{ flexWrap: 'wrap' }}>
        <Figure label={say('headings.pairs')}>
          {say('pairs', { firms: formatCount(run.firms), products: formatCount(run.products) })}
        </Figure>
        {counts.map(count => (
          <Figure key={count} label={say(`headings.${count}`)}>
            <RunCount figure={run[count]} />
          </Figure>
        ))}
      </Stack>
      <Box
        component="dl"
        sx={{ mt: 2.5, mb: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5 }}
      >
        <Term label={say('headings.day')}>{run.day}</Term>
        <Term label={say('headings.finished')}>{formatInstant(run.finishedAt)}</Term>
        <Term label={say('headings.engine')}>{run.engineVersion}</Term>
        {digests.map(digest => (
          <Term key={digest} label={say(`headings.${digest}`)} isCode>
            {run[digest]}
          </Term>
        ))}
      </Box>
    </Paper>
  );
}

const Figure = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <Typography variant="h5" component="p">
      {children}
    </Typography>
    <Typography color="text.secondary">{label}</Typography>
  </div>
);

const Term = ({ label, isCode, children }: { label: string; isCode?: boolean; children: React.ReactNode }) => (
  <>
    <Typography component="dt" variant="body2" color="text.secondary">
      {label}
    </Typography>
    <Typography
      component="dd"
      variant="body2"
      sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', ...(isCode ? { fontFamily: 'monospace', fontSize: '0.8rem' } : {}) }}
    >
      {children}
    </Typography>
  </>
);

function ReplayAnswer({ answer }: { answer: ReplayAnswerData }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.replay.${key}`, values);
  return (
    <Alert severity={answer.isSame ? 'success' : 'warning'}>
      <AlertTitle>{answer.isSame ? say('same') : say('different', { smart_count: answer.productsDiffering })}</AlertTitle>
      {answer.isSame ? say('sameText') : null}
      {answer.differences.length > 0 ? (
        <>
          <Typography variant="body2">{say('why')}</Typography>
          <Box component="ul" sx={{ my: 0, pl: 2.5 }}>
            {answer.differences.map(difference => (
              <li key={difference}>{say(`differences.${difference}`)}</li>
            ))}
          </Box>
        </>
      ) : null}
    </Alert>
  );
}

function ReplayButton({ run }: { run: MatchRun }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { replay } = useRunVerbs();
  const [isAsking, setAsking] = useState(false);
  const go = async () => {
    setAsking(false);
    const id = await replay(run.id);
    if (id) navigate(`/matchRuns/${id}`);
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {translate('rongqiao.matchRuns.replay.action')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate('rongqiao.matchRuns.replay.action')}
        content={translate('rongqiao.matchRuns.replay.confirm')}
        onConfirm={() => void go()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
