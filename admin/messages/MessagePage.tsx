import { Button, MenuItem, Pagination, Stack, Tab, Tabs, TextField } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { MessagePage as MessagePageData } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { MessageCard } from './MessageCard';
import { messagesDocument } from './operations';
import { wishesFor } from './topics';
import { useReading } from './useReading';

const perPage = 20;

/** The inbox of the reader's organisation, newest first. */
export function MessagePage() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const { markRead, markAllRead } = useReading();
  const [parameters, setParameters] = useSearchParams();
  const shelf = parameters.get('shelf') === 'unread' ? 'unread' : 'all';
  const topics = wishesFor(me?.organisation.kind);
  const topic = topics.find(each => each === parameters.get('topic')) ?? null;
  const page = Number(parameters.get('page') ?? '1') || 1;
  const show = (next: { shelf?: string; topic?: string | null; page?: number }) => {
    const wanted = { shelf, topic, ...next };
    setParameters({
      ...(wanted.shelf === 'all' ? {} : { shelf: wanted.shelf }),
      ...(wanted.topic ? { topic: wanted.topic } : {}),
      ...(next.page ? { page: String(next.page) } : {}),
    });
  };
  const query = useAsk<{ messages: MessagePageData }>(messagesDocument, {
    page,
    perPage,
    filter: { ...(shelf === 'unread' ? { isRead: false } : {}), ...(topic ? { topic } : {}) },
  });
  const mayMark = !!me && me.role !== 'auditor';
  const hasUnread = query.data?.messages.items.some(({ readAt }) => readAt === null) ?? false;
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <>
          {mayMark && hasUnread ? (
            <Button variant="outlined" onClick={() => void markAllRead()}>
              {say('markAllRead')}
            </Button>
          ) : null}
          <Button component={Link} to="/notifications" variant="outlined">
            {say('notifications.title')}
          </Button>
        </>
      }
    >
      <Stack direction="row" useFlexGap spacing={2} sx={{ mb: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Tabs value={shelf} onChange={(_, next: string) => show({ shelf: next })} sx={{ flex: 1 }}>
          {(['all', 'unread'] as const).map(each => (
            <Tab key={each} value={each} label={say(`shelves.${each}`)} />
          ))}
        </Tabs>
        <TextField
          select
          size="small"
          label={say('topic')}
          value={topic ?? ''}
          onChange={event => show({ topic: event.target.value || null })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          fullWidth={false}
          sx={{ width: { xs: '100%', sm: 200 } }}
        >
          <MenuItem value="">{say('anyTopic')}</MenuItem>
          {topics.map(each => (
            <MenuItem key={each} value={each}>
              {say(`topics.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <Answered query={query}>
        {({ messages }) => (
          <Stack spacing={1.5}>
            {messages.items.map(message => (
              <MessageCard key={message.id} message={message} onRead={mayMark ? () => void markRead(message.id) : undefined} />
            ))}
            {messages.items.length === 0 ? <NothingThere shelf={shelf} /> : null}
            {messages.total > perPage ? (
              <Pagination count={Math.ceil(messages.total / perPage)} page={page} onChange={(_, next) => show({ page: next })} />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function NothingThere({ shelf }: { shelf: 'all' | 'unread' }) {
  const translate = useTranslate();
  const words = `rongqiao.messages.${shelf === 'all' ? 'empty' : 'nothingUnread'}`;
  return <Empty title={translate(`${words}.title`)} hint={translate(`${words}.hint`)} />;
}
