import {
  Box,
  Button,
  Pagination,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { RongqiaoDataProvider } from '../dataProvider';
import type { ScheduledRun, ScheduledRunPage, ScheduledTask } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useAsk } from '../shared/useAsk';
import { scheduledRunsDocument } from './operations';

const perPage = 20;
const pollMilliseconds = 2_000;
/** Every task, in the order in which they are shown: one that is left out does not compile. */
const tasks = Object.keys({
  remindOfLimits: true,
  escalateOverdue: true,
  releaseSilent: true,
  passOn: true,
  closeUnanswered: true,
  expireOffers: true,
  closeAuctions: true,
  expireDemands: true,
  reviewLoans: true,
  repriceLoans: true,
  remindOfFeedback: true,
  watchLoans: true,
  deleteExpired: true,
} satisfies Record<ScheduledTask, true>) as ScheduledTask[];
const isOpen = ({ state }: ScheduledRun): boolean => state === 'waiting' || state === 'running';

/** What the platform does by the calendar: each task with what it does, and every run of it, newest first. */
export function ScheduledWorkPage() {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.scheduledWork.${key}`, values);
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page')) || 1;
  const query = useAsk<{ scheduledRuns: ScheduledRunPage }>(
    scheduledRunsDocument,
    { page, perPage },
    { refetchInterval: data => (data?.scheduledRuns.items.some(isOpen) ? pollMilliseconds : false) },
  );
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Stack spacing={2}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 270px), 1fr))' }}>
          {tasks.map(task => (
            <TaskCard key={task} task={task} />
          ))}
        </Box>
        <Answered query={query}>
          {({ scheduledRuns: { items, total } }) => (
            <>
              {total === 0 ? <Empty title={word('empty.title')} hint={word('empty.hint')} /> : <Runs runs={items} />}
              {total > perPage ? (
                <Pagination
                  count={Math.ceil(total / perPage)}
                  page={page}
                  onChange={(_, next) => setParameters({ page: String(next) })}
                />
              ) : null}
            </>
          )}
        </Answered>
      </Stack>
    </Page>
  );
}

function TaskCard({ task }: { task: ScheduledTask }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.scheduledWork.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const start = async () => {
    try {
      await dataProvider.run('scheduledRuns', 'start', { task });
      notify('rongqiao.scheduledWork.started', { type: 'success' });
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    } finally {
      void client.invalidateQueries({ queryKey: ['rongqiao', scheduledRunsDocument] });
    }
  };
  return (
    <Paper sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Typography variant="h6" component="h2">
        {word(`tasks.${task}`)}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
        {word(`does.${task}`)}
      </Typography>
      {me && me.role !== 'auditor' ? (
        <Button variant="outlined" onClick={() => void start()} sx={{ alignSelf: 'flex-start' }}>
          {word('start')}
        </Button>
      ) : null}
    </Paper>
  );
}

function Runs({ runs }: { runs: readonly ScheduledRun[] }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.scheduledWork.${key}`, values);
  return (
    <TableContainer component={Paper}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['task', 'state', 'moved', 'reason', 'startedAt', 'finishedAt'].map(heading => (
              <TableCell key={heading} align={heading === 'moved' ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>
                {word(`headings.${heading}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map(run => (
            <TableRow key={run.id}>
              <TableCell>{word(`tasks.${run.task}`)}</TableCell>
              <TableCell>
                <StateChip state={run.state} label={word(`states.${run.state}`)} />
              </TableCell>
              <TableCell align="right">{run.moved ?? '–'}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{word(run.isAsked ? 'asked' : 'daily')}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatInstant(run.startedAt ?? run.createdAt)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{run.finishedAt ? formatInstant(run.finishedAt) : '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
