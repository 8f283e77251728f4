import { Alert, AlertTitle, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { DateInput, Form, PasswordInput, required, SelectInput, TextInput, useInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ask } from '../client';
import type { Registration, UsccReport } from '../generated/schema';
import { IndustryInput } from '../shared/IndustryInput';
import { RefusedOfForm } from '../shared/Refused';
import { RegionInput } from '../shared/RegionInput';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { checkUsccDocument, registerEnterpriseDocument } from './operations';
import { Entrance } from './SignInPage';

/** A firm registers itself by its unified social credit code; what is wrong with the code is said while it is typed. */
export function RegisterPage() {
  const [done, setDone] = useState<Registration | null>(null);
  return <Entrance>{done ? <Registered registration={done} /> : <RegistrationForm onDone={setDone} />}</Entrance>;
}

function RegistrationForm({ onDone }: { onDone: (registration: Registration) => void }) {
  const translate = useTranslate();
  const [refusal, setRefusal] = useState<Error | null>(null);
  const field = (name: string) => translate(`rongqiao.identity.fields.${name}`);

  const submit = async (input: Record<string, unknown>) => {
    try {
      const answer = await ask<{ registerEnterprise: Registration }>(registerEnterpriseDocument, { input });
      onDone(answer.registerEnterprise);
    } catch (error) {
      setRefusal(error as Error);
    }
  };

  return (
    <Form onSubmit={submit} defaultValues={{ entityType: 'enterprise', regionCode: null, industryCode: null }}>
      <Stack spacing={0.5}>
        <Typography variant="h5" component="h1">
          {translate('rongqiao.identity.register')}
        </Typography>
        <Typography color="text.secondary" sx={{ pb: 1 }}>
          {translate('rongqiao.identity.registerLead')}
        </Typography>
        <UsccInput label={field('uscc')} />
        <TextInput source="name" label={field('enterpriseName')} validate={required()} />
        <SelectInput
          source="entityType"
          label={field('entityType')}
          validate={required()}
          choices={['enterprise', 'selfEmployed', 'cooperative'].map(id => ({ id, name: `rongqiao.identity.entityTypes.${id}` }))}
        />
        <RegionInput source="regionCode" label={field('regionCode')} validate={required()} />
        <IndustryInput source="industryCode" label={field('industryCode')} />
        <DateInput source="foundedOn" label={field('foundedOn')} />
        <TextInput source="contactName" label={field('contactName')} validate={required()} autoComplete="name" />
        <TextInput source="username" label={field('username')} validate={required()} autoComplete="username" />
        <PasswordInput
          source="password"
          label={field('password')}
          validate={required()}
          helperText={field('passwordHelp')}
          autoComplete="new-password"
        />
        <RefusedOfForm refusal={refusal} />
        <Button type="submit" variant="contained" size="large">
          {translate('rongqiao.identity.register')}
        </Button>
        <Button component={Link} to="/login">
          {translate('rongqiao.identity.registered.toSignIn')}
        </Button>
      </Stack>
    </Form>
  );
}

const usccLength = 18;

function UsccInput({ label }: { label: string }) {
  const text = useText();
  const translate = useTranslate();
  const { field } = useInput<string>({ source: 'uscc' });
  const typed = (field.value ?? '').trim();
  const report = useAsk<{ checkUscc: UsccReport }>(checkUsccDocument, { uscc: typed }, { enabled: typed.length >= usccLength })
    .data?.checkUscc;
  const isShown = typed.length >= usccLength && report !== undefined;
  return (
    <>
      <TextInput
        source="uscc"
        label={label}
        validate={required()}
        helperText={isShown ? false : translate('rongqiao.identity.fields.usccHelp')}
        slotProps={{ htmlInput: { autoCapitalize: 'characters', spellCheck: false } }}
      />
      {isShown ? (
        <Alert severity={report.verdict === 'valid' ? 'success' : report.verdict === 'malformed' ? 'error' : 'warning'}>
          {text(report.text)}
        </Alert>
      ) : null}
    </>
  );
}

function Registered({ registration }: { registration: Registration }) {
  const translate = useTranslate();
  return (
    <Stack spacing={2}>
      <Alert severity="success">
        <AlertTitle>{translate('rongqiao.identity.registered.title')}</AlertTitle>
        {translate('rongqiao.identity.registered.text', { name: registration.organisation.name })}
      </Alert>
      {registration.usccVerdict === 'checkDigitMismatch' ? (
        <Alert severity="warning">{translate('rongqiao.identity.registered.flagged')}</Alert>
      ) : null}
      <Button variant="contained" component={Link} to="/login">
        {translate('rongqiao.identity.registered.toSignIn')}
      </Button>
    </Stack>
  );
}
