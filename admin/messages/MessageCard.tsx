import { Box, Button, Chip, Link as MuiLink, Paper, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Message } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { useText } from '../shared/useLocale';
import { pathOf } from './paths';

/** One message with what it speaks of, a click away; `onRead` is missing for those who may only look. */
export function MessageCard({ message, onRead }: { message: Message; onRead?: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const { permissions: me } = usePermissions<Me>();
  const { topic, title, lines, subject, createdAt, readAt } = message;
  const kind = me?.organisation.kind ?? '';
  const isUnread = readAt === null;
  return (
    <Paper component="article" sx={{ p: 2, borderLeft: 4, borderColor: isUnread ? 'primary.main' : 'transparent' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography
          variant="subtitle1"
          component="h2"
          sx={{ flex: { xs: '1 0 100%', sm: 1 }, minWidth: 200, fontWeight: isUnread ? 700 : 400, overflowWrap: 'anywhere' }}
        >
          {text(title)}
        </Typography>
        {isUnread ? <Chip size="small" color="primary" label={translate('rongqiao.messages.unread')} /> : null}
        <Chip size="small" variant="outlined" label={translate(`rongqiao.messages.topics.${topic}`)} />
        <Typography variant="body2" color="text.secondary">
          {formatInstant(createdAt)}
        </Typography>
      </Stack>
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        {lines.map(line => (
          <Typography key={`${line.subject?.id ?? ''} ${line.text.en}`} component="li" sx={{ overflowWrap: 'anywhere' }}>
            {line.subject ? (
              <MuiLink component={Link} to={pathOf(line.subject, kind)}>
                {text(line.text)}
              </MuiLink>
            ) : (
              text(line.text)
            )}
          </Typography>
        ))}
      </Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {subject ? (
          <Button
            component={Link}
            to={pathOf(subject, kind)}
            size="small"
            variant="outlined"
            onClick={isUnread ? onRead : undefined}
          >
            {translate(`rongqiao.messages.see.${subject.kind}`)}
          </Button>
        ) : null}
        {isUnread && onRead ? (
          <Button size="small" onClick={onRead}>
            {translate('rongqiao.messages.markRead')}
          </Button>
        ) : null}
        {isUnread ? null : (
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.messages.readAt', { time: formatInstant(readAt) })}
          </Typography>
        )}
      </Stack>
    </Paper>
  );
}
