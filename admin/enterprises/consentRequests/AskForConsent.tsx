import { Button, Checkbox, FormControlLabel, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import { useRun } from '../../financing/useRun';
import type { ConsentPurpose, ConsentRequest } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { FormDialog } from '../../shared/FormDialog';
import { formatInstant } from '../../shared/format';
import { Field } from '../../shared/Refused';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { VerbButtons } from '../../shared/VerbButtons';
import { consentRequestsDocument } from '../operations';
import { useDataClasses } from '../useDataClasses';

const chipOf = { open: 'waiting', granted: 'active', refused: 'refused', withdrawn: 'withdrawn' } as const;
/** As the server has it. */
const reasonMin = 10;

type Props = { enterpriseId: string; purpose: ConsentPurpose };

/** What an institution has asked a firm for, and the way to ask for more; to institutions alone. */
export function AskForConsent(props: Props) {
  const { permissions: me } = usePermissions<Me>();
  const kind = me?.organisation.kind ?? '';
  return ['bank', 'guarantor', 'insurer'].includes(kind) ? <Asked {...props} mayAsk={me?.role !== 'auditor'} /> : null;
}

function Asked({ enterpriseId, purpose, mayAsk }: Props & { mayAsk: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const say = (key: string) => translate(`rongqiao.enterprises.requests.${key}`);
  const query = useAsk<{ consentRequests: { items: readonly ConsentRequest[] } }>(consentRequestsDocument, {
    list: { perPage: 5, filter: { enterpriseId } },
  });
  return (
    <Paper component="section" sx={{ p: 2, mt: 2 }}>
      <Typography variant="h6" component="h2">
        {say('title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 1.5, maxWidth: 760 }}>
        {say('lead')}
      </Typography>
      <Answered query={query}>
        {({ consentRequests: { items } }) => (
          <Stack spacing={1} sx={{ mb: 1.5 }}>
            {items.map(request => (
              <Stack key={request.id} direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
                <StateChip state={chipOf[request.state]} label={text(request.stateLabel)} />
                <Typography variant="body2">
                  {translate(`rongqiao.enterprises.consents.purposes.${request.purpose}`)} ·{' '}
                  {translate('rongqiao.enterprises.requests.many', { smart_count: request.dataClasses.length })} ·{' '}
                  {formatInstant(request.askedAt)}
                </Typography>
                <VerbButtons
                  resource="consentRequests"
                  record={request}
                  verbs={{
                    withdrawConsentRequest: {
                      label: 'rongqiao.enterprises.requests.withdraw',
                      consequence: 'rongqiao.enterprises.requests.withdrawText',
                    },
                  }}
                />
              </Stack>
            ))}
          </Stack>
        )}
      </Answered>
      {mayAsk ? (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {say('ask')}
        </Button>
      ) : null}
      {isAsking ? <AskDialog enterpriseId={enterpriseId} purpose={purpose} onClose={() => setAsking(false)} /> : null}
    </Paper>
  );
}

function AskDialog({ enterpriseId, purpose, onClose }: Props & { onClose: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.requests.${key}`, values);
  const classes = useDataClasses().data?.dataClasses.filter(({ needsConsent }) => needsConsent) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const { run, isRunning, refusal } = useRun('consentRequests', 'request', onClose, 'rongqiao.enterprises.requests.asked');
  return (
    <FormDialog
      title={say('ask')}
      text={say('askText', { purpose: translate(`rongqiao.enterprises.consents.purposes.${purpose}`) })}
      confirm={say('send')}
      isRunning={isRunning}
      isOff={chosen.length === 0 || reason.trim().length < reasonMin}
      refusal={refusal}
      onConfirm={() => void run({ input: { enterpriseId, purpose, dataClasses: chosen, reason: reason.trim() } })}
      onClose={onClose}
    >
      <Stack sx={{ maxHeight: 320, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1 }}>
        {classes.map(({ code, name }) => (
          <FormControlLabel
            key={code}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(code)}
                onChange={({ target: { checked } }) =>
                  setChosen(checked ? [...chosen, code] : chosen.filter(each => each !== code))
                }
              />
            }
            label={text(name)}
          />
        ))}
      </Stack>
      <Field
        multiline
        minRows={2}
        required
        name="reason"
        label={say('reason')}
        helperText={say('reasonHelp')}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
