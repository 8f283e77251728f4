import { Button, Stack } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import { Page } from '../../shared/Page';
import { EmailSection } from './EmailSection';
import { WebhookSection } from './WebhookSection';

/** Where messages go beside the inbox: to this account's e-mail, and to the systems of an institution. */
export function NotificationPage() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.messages.notifications.${key}`);
  const { permissions: me } = usePermissions<Me>();
  if (!me) return null;
  const isSupervisor = me.role !== 'officer';
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        isSupervisor ? (
          <Button component={Link} to="/deliveries" variant="outlined">
            {translate('rongqiao.messages.deliveries.title')}
          </Button>
        ) : null
      }
    >
      <Stack spacing={2.5}>
        <EmailSection />
        {isSupervisor && ['bank', 'guarantor', 'insurer'].includes(me.organisation.kind) ? <WebhookSection /> : null}
      </Stack>
    </Page>
  );
}
