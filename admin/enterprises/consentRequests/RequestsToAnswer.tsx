import { Button, Paper, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { ConsentRequest } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { usePunctuation } from '../../shared/usePunctuation';
import { VerbButtons } from '../../shared/VerbButtons';
import { consentRequestsDocument } from '../operations';
import { useClassName } from '../useDataClasses';

/** What institutions ask of this firm and it has not answered: who, what for, which classes, why. Nothing while nobody asks. */
export function RequestsToAnswer() {
  const query = useAsk<{ consentRequests: { items: readonly ConsentRequest[] } }>(consentRequestsDocument, {
    list: { perPage: 50, filter: { state: 'open' } },
  });
  const items = query.data?.consentRequests.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack spacing={1.5} sx={{ mb: 3 }}>
      {items.map(request => (
        <RequestCard key={request.id} request={request} />
      ))}
    </Stack>
  );
}

function RequestCard({ request }: { request: ConsentRequest }) {
  const translate = useTranslate();
  const punctuation = usePunctuation();
  const nameOf = useClassName();
  const { permissions: me } = usePermissions<Me>();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.requests.${key}`, values);
  const { purpose, recipient, dataClasses, reason, askedAt } = request;
  const way = new URLSearchParams({ grant: 'bank', bank: recipient.id, purpose, classes: dataClasses.join(',') });
  return (
    <Paper component="article" sx={{ p: 2, borderLeft: 4, borderColor: 'warning.main' }}>
      <Typography variant="h6" component="h2">
        {say('asks', { name: recipient.name })}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(`rongqiao.enterprises.consents.purposes.${purpose}`)} · {formatInstant(askedAt)}
      </Typography>
      <Typography sx={{ mt: 1 }}>{say('classes', { names: punctuation.list(dataClasses.map(nameOf)) })}</Typography>
      <Typography sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>{say('reasonIs', { reason })}</Typography>
      {me?.role === 'auditor' ? null : (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <Button variant="contained" component={Link} to={`/consents?${way}`}>
            {say('give')}
          </Button>
          <VerbButtons
            resource="consentRequests"
            record={request}
            verbs={{
              refuseConsentRequest: {
                label: 'rongqiao.enterprises.requests.refuse',
                consequence: 'rongqiao.enterprises.requests.refuseText',
              },
            }}
          />
        </Stack>
      )}
    </Paper>
  );
}
