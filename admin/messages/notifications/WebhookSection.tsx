import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { Webhook } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { VerbButtons, type VerbWords } from '../../shared/VerbButtons';
import { webhooksDocument } from './operations';
import { SecretDialog } from './SecretDialog';
import { useVerb } from './useVerb';
import { WebhookDialog } from './WebhookDialog';

/** The systems of the institution that are told what its inbox is told. */
export function WebhookSection() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.webhooks.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const query = useAsk<{ webhooks: Webhook[] }>(webhooksDocument);
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ mb: 2, alignItems: { sm: 'flex-start' } }}>
        <Stack sx={{ flex: 1 }}>
          <Typography variant="h6" component="h2">
            {say('title')}
          </Typography>
          <Typography color="text.secondary">{say('lead')}</Typography>
        </Stack>
        {me?.role === 'administrator' ? (
          <Button variant="contained" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        ) : null}
      </Stack>
      <Answered query={query}>
        {({ webhooks }) => (
          <Stack spacing={1.5}>
            {webhooks.map(webhook => (
              <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} />
            ))}
            {webhooks.length === 0 ? <Alert severity="info">{say('none')}</Alert> : null}
          </Stack>
        )}
      </Answered>
      {isAdding ? (
        <WebhookDialog
          onClose={() => setAdding(false)}
          onAdded={shown => {
            setAdding(false);
            setSecret(shown);
          }}
        />
      ) : null}
      {secret ? <SecretDialog secret={secret} onClose={() => setSecret(null)} /> : null}
    </Paper>
  );
}

const words = (verb: string, rest: Partial<VerbWords> = {}): VerbWords => ({
  label: `rongqiao.messages.webhooks.verbs.${verb}.label`,
  consequence: `rongqiao.messages.webhooks.verbs.${verb}.consequence`,
  ...rest,
});

const verbs = {
  pauseWebhook: words('pause'),
  resumeWebhook: words('resume', { isPrimary: true }),
  removeWebhook: words('remove', { isGrave: true }),
};

function WebhookCard({ webhook, onSecret }: { webhook: Webhook; onSecret: (secret: string) => void }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.webhooks.${key}`);
  const test = useVerb('webhooks', 'testWebhook', 'rongqiao.messages.webhooks.tested');
  const renew = useVerb<{ secret: string }>('webhooks', 'renewWebhookSecret', 'rongqiao.messages.webhooks.renewed');
  const { id, version, name, url, topics, state, allowedVerbs } = webhook;
  const renewSecret = async () => {
    const renewed = await renew.run({ id, version });
    if (renewed) onSecret(renewed.secret);
  };
  return (
    <Paper variant="outlined" component="article" sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        <StateChip state={state} label={say(`states.${state}`)} />
      </Stack>
      <Typography sx={{ overflowWrap: 'anywhere', fontFamily: 'monospace', my: 0.5 }}>{url}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {topics.map(topic => translate(`rongqiao.messages.topics.${topic}`)).join(' · ')}
      </Typography>
      {[test.refusal, renew.refusal].map(refusal =>
        refusal ? (
          <Alert key={refusal} severity="error" sx={{ mb: 1 }}>
            {refusal}
          </Alert>
        ) : null,
      )}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        <Button component={Link} to={`/deliveries?webhookId=${id}`} variant="outlined">
          {say('deliveries')}
        </Button>
        {allowedVerbs.includes('testWebhook') ? (
          <Button variant="outlined" loading={test.isRunning} onClick={() => void test.run({ id })}>
            {say('test')}
          </Button>
        ) : null}
        {allowedVerbs.includes('renewWebhookSecret') ? (
          <Button variant="outlined" loading={renew.isRunning} onClick={() => void renewSecret()}>
            {say('renew')}
          </Button>
        ) : null}
        <VerbButtons resource="webhooks" record={webhook} verbs={verbs} />
      </Stack>
    </Paper>
  );
}
