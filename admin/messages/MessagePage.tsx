import { Button, Pagination, Stack, Tab, Tabs } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { MessagePage as MessagePageData } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { MessageCard } from './MessageCard';
import { messagesDocument } from './operations';
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
  const page = Number(parameters.get('page') ?? '1') || 1;
  const query = useAsk<{ messages: MessagePageData }>(messagesDocument, {
    page,
    perPage,
    filter: shelf === 'unread' ? { isRead: false } : null,
  });
  const mayMark = me !== undefined && me.role !== 'auditor';
  const hasUnread = query.data?.messages.items.some(({ readAt }) => readAt === null) ?? false;
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        mayMark && hasUnread ? (
          <Button variant="outlined" onClick={() => void markAllRead()}>
            {say('markAllRead')}
          </Button>
        ) : null
      }
    >
      <Tabs value={shelf} onChange={(_, next: string) => setParameters(next === 'all' ? {} : { shelf: next })} sx={{ mb: 2 }}>
        {(['all', 'unread'] as const).map(each => (
          <Tab key={each} value={each} label={say(`shelves.${each}`)} />
        ))}
      </Tabs>
      <Answered query={query}>
        {({ messages }) => (
          <Stack spacing={1.5}>
            {messages.items.map(message => (
              <MessageCard key={message.id} message={message} onRead={mayMark ? () => void markRead(message.id) : undefined} />
            ))}
            {messages.items.length === 0 ? <NothingThere shelf={shelf} /> : null}
            {messages.total > perPage ? (
              <Pagination
                count={Math.ceil(messages.total / perPage)}
                page={page}
                onChange={(_, next) => setParameters({ ...(shelf === 'all' ? {} : { shelf }), page: String(next) })}
              />
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
