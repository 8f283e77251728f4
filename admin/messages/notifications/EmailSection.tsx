import { Alert, Button, Chip, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import type { EmailSubscription, WishTopic } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { wishesFor } from '../topics';
import { emailSubscriptionDocument } from './operations';
import { TopicChoice } from './TopicChoice';
import { useVerb } from './useVerb';

/** What this account wants by e-mail: nothing, until it asks. */
export function EmailSection() {
  const translate = useTranslate();
  const query = useAsk<{ emailSubscription: EmailSubscription | null }>(emailSubscriptionDocument);
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h2">
          {translate('rongqiao.messages.email.title')}
        </Typography>
        {query.data?.emailSubscription ? (
          <Chip size="small" color="success" label={translate('rongqiao.messages.email.on')} />
        ) : null}
      </Stack>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('rongqiao.messages.email.lead')}
      </Typography>
      <Answered query={query}>
        {({ emailSubscription }) => <EmailForm key={emailSubscription?.address ?? ''} known={emailSubscription} />}
      </Answered>
    </Paper>
  );
}

function EmailForm({ known }: { known: EmailSubscription | null }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.email.${key}`);
  const pageLocale = useLocale();
  const { permissions: me } = usePermissions<Me>();
  const [address, setAddress] = useState(known?.address ?? '');
  const [topics, setTopics] = useState<readonly WishTopic[]>(known?.topics ?? []);
  const [locale, setLocale] = useState(known?.locale ?? pageLocale);
  const save = useVerb('notifications', 'setEmailSubscription', 'rongqiao.messages.email.saved');
  const end = useVerb('notifications', 'endEmailSubscription', 'rongqiao.messages.email.ended');
  const mayChange = !!me && me.role !== 'auditor';
  return (
    <Stack spacing={2} sx={{ maxWidth: 640 }}>
      <TextField
        label={say('address')}
        type="email"
        value={address}
        onChange={event => setAddress(event.target.value)}
        disabled={!mayChange}
        fullWidth
      />
      <TopicChoice label={say('topics')} offered={wishesFor(me?.organisation.kind)} chosen={topics} onChoose={setTopics} />
      <TextField
        select
        label={say('locale')}
        value={locale}
        onChange={event => setLocale(event.target.value === 'en' ? 'en' : 'zh')}
        disabled={!mayChange}
        sx={{ maxWidth: 240 }}
      >
        <MenuItem value="zh">中文</MenuItem>
        <MenuItem value="en">English</MenuItem>
      </TextField>
      {save.refusal ? <Alert severity="error">{save.refusal}</Alert> : null}
      {mayChange ? (
        <Stack direction="row" spacing={1}>
          <Button
            variant="contained"
            loading={save.isRunning}
            disabled={address.trim() === '' || topics.length === 0}
            onClick={() => void save.run({ input: { address, topics, locale } })}
          >
            {say(known ? 'change' : 'turnOn')}
          </Button>
          {known ? (
            <Button loading={end.isRunning} onClick={() => void end.run({})}>
              {say('turnOff')}
            </Button>
          ) : null}
        </Stack>
      ) : null}
    </Stack>
  );
}
