import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined';
import { Badge, IconButton, Tooltip } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import { useAsk } from '../shared/useAsk';
import { unreadMessagesDocument } from './operations';
import { useLiveWork } from './useLiveWork';

/** How often the bell asks of itself, should the stream that tells it have ended. */
const pollMilliseconds = 60_000;

/** How many messages nobody has read, and the way to them; a user who waits to be confirmed has no inbox yet. */
export function MessageBell() {
  const { permissions: me } = usePermissions<Me>();
  const translate = useTranslate();
  const isOpen = !!me && !isUnconfirmed(me);
  const query = useAsk<{ unreadMessages: number }>(
    unreadMessagesDocument,
    {},
    { enabled: isOpen, refetchInterval: pollMilliseconds },
  );
  useLiveWork(isOpen);
  if (!isOpen) return null;
  const unread = query.data?.unreadMessages ?? 0;
  const label = translate('rongqiao.messages.bell', { smart_count: unread });
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to="/messages" color="inherit" aria-label={label}>
        <Badge badgeContent={unread} color="error" max={99}>
          <NotificationsOutlined />
        </Badge>
      </IconButton>
    </Tooltip>
  );
}
