import { MenuItem, TextField } from '@mui/material';
import { useEffect } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import { useAsk } from '../shared/useAsk';
import { banksDocument } from './operations';

type Props = { id: string | null; onChange: (id: string) => void };

/** Whose drafts the products become. A bank's are its own, so there is nothing to choose. */
export function InstitutionChoice({ id, onChange }: Props) {
  const { permissions: me } = usePermissions<Me>();
  const ownId = me?.organisation.kind === 'bank' ? me.organisation.id : null;
  useEffect(() => {
    if (ownId !== null && id !== ownId) onChange(ownId);
  }, [ownId, id, onChange]);
  return me && ownId === null ? <BankChoice id={id} onChange={onChange} /> : null;
}

type Answer = { organisations: { items: readonly { id: string; name: string }[] } };

function BankChoice({ id, onChange }: Props) {
  const translate = useTranslate();
  const banks = useAsk<Answer>(banksDocument).data?.organisations.items ?? [];
  return (
    <TextField
      select
      required
      label={translate('rongqiao.imports.institution')}
      helperText={translate('rongqiao.imports.institutionHelp')}
      value={banks.some(bank => bank.id === id) ? id : ''}
      onChange={event => onChange(event.target.value)}
      sx={{ mt: 2, width: { xs: '100%', sm: 480 } }}
    >
      {banks.map(bank => (
        <MenuItem key={bank.id} value={bank.id}>
          {bank.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
