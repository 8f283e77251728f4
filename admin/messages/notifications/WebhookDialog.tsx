import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import type { WishTopic } from '../../generated/schema';
import { wishesFor } from '../topics';
import { TopicChoice } from './TopicChoice';
import { useVerb } from './useVerb';

/** Registers a webhook; its secret goes to `onAdded`, this once. */
export function WebhookDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (secret: string) => void }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.webhooks.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [topics, setTopics] = useState<readonly WishTopic[]>([]);
  const register = useVerb<{ secret: string }>('webhooks', 'registerWebhook', 'rongqiao.messages.webhooks.added');
  const save = async () => {
    const added = await register.run({ input: { name, url, topics } });
    if (added) onAdded(added.secret);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{say('add')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ mt: 1 }}>
          <TextField autoFocus label={say('name')} value={name} onChange={event => setName(event.target.value)} />
          <TextField label={say('url')} helperText={say('urlHelp')} value={url} onChange={event => setUrl(event.target.value)} />
          <TopicChoice label={say('topics')} offered={wishesFor(me?.organisation.kind)} chosen={topics} onChoose={setTopics} />
          {register.refusal ? <Alert severity="error">{register.refusal}</Alert> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={register.isRunning}
          disabled={name.trim() === '' || url.trim() === '' || topics.length === 0}
          onClick={() => void save()}
        >
          {say('save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
