import { Box, Button, Chip, Link as MuiLink, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Message } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { useText } from '../shared/useLocale';

/** Where the subject of a line is shown: to a firm a product is a match, with its reasons. */
const pathOf = { product: (id: string) => `/matches/${id}` };

/** Where a kind of message leads as a whole. */
const leadsTo = { matchesChanged: { to: '/matches?verdict=eligible', word: 'seeMatches' } };

/** One message with what it speaks of, a click away; `onRead` is missing for those who may only look. */
export function MessageCard({ message, onRead }: { message: Message; onRead?: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const { kind, title, lines, createdAt, readAt } = message;
  const { to, word } = leadsTo[kind];
  return (
    <Paper component="article" sx={{ p: 2, borderLeft: 4, borderColor: readAt === null ? 'primary.main' : 'transparent' }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h6" component="h2" sx={{ flex: 1, minWidth: 200, fontWeight: readAt === null ? 700 : 400 }}>
          {text(title)}
        </Typography>
        {readAt === null ? <Chip size="small" color="primary" label={translate('rongqiao.messages.unread')} /> : null}
        <Typography variant="body2" color="text.secondary">
          {formatInstant(createdAt)}
        </Typography>
      </Stack>
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        {lines.map(line => (
          <Typography key={`${line.subject?.id ?? ''} ${line.text.en}`} component="li" sx={{ overflowWrap: 'anywhere' }}>
            {line.subject ? (
              <MuiLink component={Link} to={pathOf[line.subject.kind](line.subject.id)}>
                {text(line.text)}
              </MuiLink>
            ) : (
              text(line.text)
            )}
          </Typography>
        ))}
      </Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Button component={Link} to={to} size="small" variant="outlined">
          {translate(`rongqiao.messages.${word}`)}
        </Button>
        {readAt === null && onRead ? (
          <Button size="small" onClick={onRead}>
            {translate('rongqiao.messages.markRead')}
          </Button>
        ) : null}
        {readAt === null ? null : (
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.messages.readAt', { time: formatInstant(readAt) })}
          </Typography>
        )}
      </Stack>
    </Paper>
  );
}
