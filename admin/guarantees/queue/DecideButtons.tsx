import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import { RefuseDialog } from '../../financing/applications/RefuseDialog';
import { useRun } from '../../financing/useRun';
import type { Guarantee } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { LimitTable } from './LimitTable';

/** What a guarantor or insurer may say to a loan now. */
export function DecideButtons({ guarantee }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<'approve' | 'reject' | null>(null);
  const close = () => setOpen(null);
  const word = (key: string) => translate(`rongqiao.financing.applications.verbs.${key}`);
  if (!guarantee.allowedVerbs.includes('approveGuarantee')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen('approve')}>
        {word('approveGuarantee')}
      </Button>
      <Button variant="outlined" color="error" onClick={() => setOpen('reject')}>
        {word('rejectGuarantee')}
      </Button>
      {open === 'approve' ? <ApproveDialog guarantee={guarantee} onClose={close} /> : null}
      {open === 'reject' ? (
        <RefuseDialog resource="guarantees" application={guarantee} verb="rejectGuarantee" onClose={close} />
      ) : null}
    </>
  );
}

function ApproveDialog({ guarantee, onClose }: { guarantee: Guarantee; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { permissions: me } = usePermissions<Me>();
  const [affiliates, setAffiliates] = useState('');
  const { run, isRunning, refusal } = useRun('guarantees', 'approveGuarantee', onClose);
  const own = guarantee.decisions.find(({ organisationId }) => organisationId === me?.organisation.id);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  const named = affiliates.split(/[\s,，;；]+/).filter(code => code !== '');
  return (
    <FormDialog
      title={translate('rongqiao.financing.applications.verbs.approveGuarantee')}
      text={word('approveText', { amount: formatAmount(own?.liabilityFen ?? 0, locale) })}
      confirm={translate('rongqiao.financing.applications.verbs.approveGuarantee')}
      isRunning={isRunning}
      refusal={refusal}
      onConfirm={() => void run({ id: guarantee.id, version: guarantee.version, affiliates: named })}
      onClose={onClose}
    >
      {own?.role === 'guarantor' ? (
        <>
          <LimitTable limits={guarantee.limitsToday ?? []} />
          <TextField
            label={word('affiliates')}
            helperText={word('affiliatesHelp')}
            value={affiliates}
            onChange={event => setAffiliates(event.target.value)}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
