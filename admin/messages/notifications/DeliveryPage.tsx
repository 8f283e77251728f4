import { Button, Pagination, Paper, Stack, Tab, Tabs, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { Delivery, DeliveryPage as DeliveryPageData } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { deliveriesDocument } from './operations';
import { useVerb } from './useVerb';

const perPage = 20;
const shelves = ['all', 'waiting', 'delivered', 'failed', 'cancelled'] as const;
/** What arrives elsewhere is not the operator's to see. */
const operatorShelves = ['all', 'waiting', 'failed'] as const;
/** What waits goes out within seconds: the page looks again while something does. */
const pollMilliseconds = 3_000;

/** What went to e-mail addresses and webhooks, newest first; for the operator, what does not arrive anywhere. */
export function DeliveryPage() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.deliveries.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const [parameters, setParameters] = useSearchParams();
  const isOperator = me?.organisation.kind === 'operator';
  const state = (isOperator ? operatorShelves : shelves).find(each => each === parameters.get('state')) ?? 'all';
  const webhookId = parameters.get('webhookId');
  const page = Number(parameters.get('page') ?? '1') || 1;
  const show = (next: Record<string, string>) => setParameters({ ...(webhookId ? { webhookId } : {}), ...next });
  const query = useAsk<{ deliveries: DeliveryPageData }>(
    deliveriesDocument,
    { page, perPage, filter: { ...(state === 'all' ? {} : { state }), ...(webhookId ? { webhookId } : {}) } },
    { refetchInterval: data => (data?.deliveries.items.some(each => each.state === 'waiting') ? pollMilliseconds : false) },
  );
  return (
    <Page title={say('title')} lead={say(isOperator ? 'operatorLead' : webhookId ? 'webhookLead' : 'lead')}>
      <Tabs
        value={state}
        variant="scrollable"
        allowScrollButtonsMobile
        onChange={(_, next: string) => show(next === 'all' ? {} : { state: next })}
        sx={{ mb: 2 }}
      >
        {(isOperator ? operatorShelves : shelves).map(each => (
          <Tab key={each} value={each} label={say(`states.${each}`)} />
        ))}
      </Tabs>
      <Answered query={query}>
        {({ deliveries }) => (
          <Stack spacing={1.5}>
            {deliveries.items.map(delivery => (
              <DeliveryCard key={delivery.id} delivery={delivery} />
            ))}
            {deliveries.items.length === 0 ? <Empty title={say('empty.title')} hint={say('empty.hint')} /> : null}
            {deliveries.total > perPage ? (
              <Pagination
                count={Math.ceil(deliveries.total / perPage)}
                page={page}
                onChange={(_, next) => show({ ...(state === 'all' ? {} : { state }), page: String(next) })}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.messages.deliveries.${key}`, values);
  const text = useText();
  const replay = useVerb('deliveries', 'replayDelivery', 'rongqiao.messages.deliveries.replayed');
  const { id, channel, organisation, destination, title, eventType, state, attempts, createdAt, allowedVerbs } = delivery;
  const { lastProblem, lastStatus, lastAttemptAt, nextAttemptAt } = delivery;
  const facts = [
    say('attempts', { smart_count: attempts }),
    ...(lastAttemptAt ? [say('lastAttempt', { time: formatInstant(lastAttemptAt) })] : []),
    ...(lastStatus === null ? [] : [say('status', { status: lastStatus })]),
    ...(state === 'waiting' && attempts > 0 ? [say('next', { time: formatInstant(nextAttemptAt) })] : []),
  ];
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <StateChip state={state === 'delivered' ? 'finished' : state} label={say(`states.${state}`)} />
        <Typography
          variant="subtitle1"
          component="h2"
          sx={{ flex: { xs: '1 0 100%', sm: 1 }, minWidth: 200, overflowWrap: 'anywhere' }}
        >
          {title ? text(title) : organisation}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {formatInstant(createdAt)}
        </Typography>
      </Stack>
      <Typography sx={{ overflowWrap: 'anywhere', mt: 0.5 }}>
        {say(`channels.${channel}`)} · {destination}
        {channel === 'webhook' && eventType ? ` · ${eventType}` : ''}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {facts.join(' · ')}
      </Typography>
      {lastProblem && state !== 'delivered' ? (
        <Typography variant="body2" color="error">
          {say(`problems.${lastProblem}`)}
        </Typography>
      ) : null}
      {replay.refusal ? <Typography color="error">{replay.refusal}</Typography> : null}
      {allowedVerbs.includes('replayDelivery') ? (
        <Button size="small" variant="outlined" sx={{ mt: 1 }} loading={replay.isRunning} onClick={() => void replay.run({ id })}>
          {say('replay')}
        </Button>
      ) : null}
    </Paper>
  );
}
