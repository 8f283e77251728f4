import {
  Button,
  Pagination,
  Skeleton,
  Stack,
  Tab,
  Tabs,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Application, Deadline } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useSettled } from '../../shared/useSettled';
import { operations } from '../operations';
import { ApplicationCard } from './ApplicationCard';
import { shelvesOf } from './shelves';
import { type Side, useSide } from './side';

const perPage = 20;
const deadlines: readonly Deadline[] = ['overdue', 'soon'];

/** The applications of the reader's organisation by whose turn it is. All of its state is in its address. */
export function ApplicationList() {
  const side = useSide();
  return side ? <Applications side={side} /> : null;
}

function Applications({ side }: { side: Side }) {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const shelves = shelvesOf(side);
  const shelf = shelves.find(({ word }) => word === parameters.get('shelf')) ?? shelves[0];
  const page = Number(parameters.get('page')) || 1;
  const q = parameters.get('q') ?? '';
  const settledQ = useSettled(q, 300);
  const deadline = deadlines.find(each => each === parameters.get('due')) ?? null;
  const isQueue = side === 'bank' && shelf?.word === 'mine';
  const query = useAsk<{ applications: { items: readonly Application[]; total: number } }>(operations.applications.list, {
    list: {
      page,
      perPage,
      sort: isQueue ? 'dueOn' : 'submittedAt',
      order: isQueue ? 'ASC' : 'DESC',
      q: settledQ || null,
      filter: { states: shelf?.states ?? [], deadline: isQueue ? deadline : null },
    },
  });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.applications.${key}`, values);
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    if (name !== 'page') next.delete('page');
    setParameters(next, { replace: true });
  };
  return (
    <Page title={word(`${side}.title`)} lead={word(`${side}.lead`)}>
      <Tabs
        value={shelf?.word ?? false}
        onChange={(_, next: string) => put('shelf', next)}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 1.5 }}
      >
        {shelves.map(each => (
          <Tab key={each.word} value={each.word} label={word(`shelves.${each.word}`)} />
        ))}
      </Tabs>
      {side === 'bank' ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 1.5, alignItems: { sm: 'center' } }}>
          <TextField
            type="search"
            label={word('search')}
            value={q}
            onChange={event => put('q', event.target.value)}
            sx={{ width: { xs: '100%', sm: 320 } }}
          />
          {isQueue ? (
            <ToggleButtonGroup exclusive size="small" value={deadline ?? ''} onChange={(_, next) => put('due', next ?? '')}>
              <ToggleButton value="">{word('due.all')}</ToggleButton>
              <ToggleButton value="overdue">{word('due.onlyOverdue')}</ToggleButton>
              <ToggleButton value="soon">{word('due.onlySoon')}</ToggleButton>
            </ToggleButtonGroup>
          ) : null}
        </Stack>
      ) : null}
      <Answered query={query} loading={<Outline />}>
        {({ applications: { items, total } }) => (
          <Stack spacing={1.5} aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
            {total > 0 ? (
              <Typography variant="body2" color="text.secondary">
                {word('count', { smart_count: total })}
              </Typography>
            ) : (
              <Nothing side={side} />
            )}
            {items.map(application => (
              <ApplicationCard key={application.id} application={application} side={side} isInQueue={shelf?.word === 'mine'} />
            ))}
            {total > perPage ? (
              <Pagination
                count={Math.ceil(total / perPage)}
                page={page}
                onChange={(_, next) => put('page', next > 1 ? String(next) : '')}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function Nothing({ side }: { side: Side }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.applications.empty.${key}`);
  return (
    <Empty
      title={word('title')}
      hint={word(side)}
      action={
        side === 'firm' ? (
          <Button component={Link} to="/matches" variant="contained">
            {word('goMatches')}
          </Button>
        ) : undefined
      }
    />
  );
}

const Outline = () => (
  <Stack spacing={1.5}>
    {[1, 2, 3].map(each => (
      <Skeleton key={each} variant="rounded" height={120} />
    ))}
  </Stack>
);
