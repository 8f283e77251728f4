import ArrowBack from '@mui/icons-material/ArrowBack';
import { Autocomplete, Button, Paper, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import type { Organisation, WhiteList } from '../../generated/schema';
import { Failed } from '../../shared/Answered';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { dayAfter } from '../demands/draft';
import { useRun } from '../useRun';
import { banksDocument } from './operations';

type Bank = Pick<Organisation, 'id' | 'name'>;

/** A department puts together a list: its name and purpose, its firms by their codes, and the banks that it goes to. */
export function WhiteListCreate() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [validUntil, setValidUntil] = useState(dayAfter(today, 180));
  const [banks, setBanks] = useState<readonly Bank[]>([]);
  const [written, setWritten] = useState('');
  const known = useAsk<{ organisations: { items: readonly Bank[] } }>(banksDocument).data?.organisations.items ?? [];
  const { run, isRunning, refusal } = useRun<WhiteList>('whiteLists', 'createWhiteList', ({ id }) =>
    navigate(`/whiteLists/${id}`),
  );
  const codes = written.split(/[\s,，;；]+/).filter(Boolean);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.whiteLists.${key}`, values);
  const isReady = [name.trim(), purpose.trim(), validUntil].every(Boolean) && banks.length > 0;
  return (
    <Page
      title={word('form.title')}
      actions={
        <Button component={Link} to="/whiteLists" startIcon={<ArrowBack />}>
          {word('back')}
        </Button>
      }
    >
      <Paper component="form" sx={{ p: { xs: 2, sm: 3 } }} onSubmit={event => event.preventDefault()}>
        <Stack spacing={2}>
          <TextField required label={word('form.name')} value={name} onChange={event => setName(event.target.value)} />
          <TextField
            required
            label={word('form.purpose')}
            helperText={word('form.purposeHelp')}
            value={purpose}
            onChange={event => setPurpose(event.target.value)}
          />
          <TextField
            type="date"
            required
            label={word('form.validUntil')}
            value={validUntil}
            onChange={event => setValidUntil(event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: dayAfter(today, 1) } }}
            sx={{ width: { sm: 220 } }}
          />
          <Autocomplete
            multiple
            options={[...known]}
            value={[...banks]}
            getOptionLabel={bank => bank.name}
            isOptionEqualToValue={(one, other) => one.id === other.id}
            onChange={(_, chosen) => setBanks(chosen)}
            renderInput={input => (
              <TextField {...input} required label={word('form.banks')} helperText={word('form.banksHelp')} />
            )}
          />
          <TextField
            multiline
            minRows={6}
            maxRows={16}
            label={word('form.codes')}
            helperText={`${word('form.codesHelp')} · ${word('form.count', { smart_count: codes.length })}`}
            value={written}
            onChange={event => setWritten(event.target.value)}
          />
          {refusal ? <Failed error={refusal} /> : null}
          <Button
            type="submit"
            variant="contained"
            size="large"
            loading={isRunning}
            disabled={!isReady}
            onClick={() => void run({ input: { name, purpose, validUntil, institutionIds: banks.map(({ id }) => id), codes } })}
            sx={{ alignSelf: 'flex-start' }}
          >
            {word('form.save')}
          </Button>
        </Stack>
      </Paper>
    </Page>
  );
}
