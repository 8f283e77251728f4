import { Alert, Box, Button, Chip, Divider, Link as MuiLink, Paper, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { LocalesMenuButton, useLogin, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { DemoAccount } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { demoAccountsDocument } from './operations';

/** Sign-in beside a few words on what this place is; in a demo city, one account per role to try. */
export function SignInPage() {
  const translate = useTranslate();
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    setProblem(null);
    try {
      await login({ username, password });
    } catch (error) {
      const { message } = error as Error;
      setProblem(translate(message, { _: message }));
      setRunning(false);
    }
  };

  return (
    <Entrance>
      <form onSubmit={event => void submit(event)}>
        <Stack spacing={2}>
          <Box>
            <Typography variant="h5" component="h1">
              {translate('rongqiao.identity.signIn')}
            </Typography>
            <Typography color="text.secondary">{translate('rongqiao.identity.signInLead')}</Typography>
          </Box>
          {problem ? <Alert severity="error">{problem}</Alert> : null}
          <TextField
            label={translate('ra.auth.username')}
            name="username"
            autoComplete="username"
            autoFocus
            required
            value={username}
            onChange={event => setUsername(event.target.value)}
          />
          <TextField
            label={translate('ra.auth.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            helperText={hasCapsLock ? translate('rongqiao.identity.capsLock') : undefined}
            onChange={event => setPassword(event.target.value)}
            onKeyUp={event => setCapsLock(event.getModifierState('CapsLock'))}
          />
          <Button type="submit" variant="contained" size="large" loading={isRunning}>
            {translate('rongqiao.identity.signIn')}
          </Button>
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.identity.noAccount')}{' '}
            <MuiLink component={Link} to="/register">
              {translate('rongqiao.identity.register')}
            </MuiLink>
          </Typography>
          <DemoAccounts
            onPick={account => {
              setUsername(account.username);
              setPassword(account.password);
            }}
          />
        </Stack>
      </form>
    </Entrance>
  );
}

function DemoAccounts({ onPick }: { onPick: (account: DemoAccount) => void }) {
  const translate = useTranslate();
  const accounts = useAsk<{ demoAccounts: DemoAccount[] }>(demoAccountsDocument).data?.demoAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <Box>
      <Divider sx={{ mb: 1.5 }}>
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.identity.demo')}
        </Typography>
      </Divider>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {accounts.map(account => (
          <Chip
            key={account.username}
            variant="outlined"
            label={`${translate(`rongqiao.identity.kinds.${account.organisationKind}`)} · ${account.username}`}
            title={account.organisationName}
            onClick={() => onPick(account)}
          />
        ))}
      </Stack>
    </Box>
  );
}

/** The frame of the pages before sign-in: the promise on the left, the form on the right, one column on a phone. */
export function Entrance({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box sx={{ minHeight: '100dvh', display: 'grid', gridTemplateColumns: { xs: '1fr', md: '5fr 6fr' } }}>
      <Stack
        sx={{
          p: { xs: 3, md: 7 },
          color: '#fff',
          background: 'linear-gradient(150deg, #0b5d5b 0%, #084442 70%, #06302f 100%)',
          justifyContent: 'space-between',
        }}
        spacing={3}
      >
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <Box component="img" src="/bridge.svg" alt="" sx={{ width: 44, height: 44 }} />
          <Box>
            <Typography sx={{ fontSize: 26, fontWeight: 700, letterSpacing: 3, lineHeight: 1.1 }}>融桥</Typography>
            <Typography sx={{ opacity: 0.8, letterSpacing: 2, fontSize: 13 }}>RONGQIAO</Typography>
          </Box>
        </Stack>
        <Box sx={{ display: { xs: 'none', md: 'block' } }}>
          <Typography sx={{ fontSize: 30, fontWeight: 650, lineHeight: 1.35, maxWidth: 460 }}>
            {translate('rongqiao.identity.tagline')}
          </Typography>
          <Stack spacing={1.5} sx={{ mt: 4 }}>
            {(['match', 'consent', 'open'] as const).map(word => (
              <Stack key={word} direction="row" spacing={1.5}>
                <Box sx={{ width: 4, borderRadius: 2, bgcolor: '#f2b84b', flexShrink: 0 }} />
                <Typography sx={{ opacity: 0.92 }}>{translate(`rongqiao.identity.pitch.${word}`)}</Typography>
              </Stack>
            ))}
          </Stack>
        </Box>
        <Typography sx={{ display: { md: 'none' }, opacity: 0.92 }}>{translate('rongqiao.identity.tagline')}</Typography>
        <Box sx={{ display: { xs: 'none', md: 'block' } }} />
      </Stack>
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', p: { xs: 2, md: 4 } }}>
        <Box sx={{ alignSelf: 'flex-end' }}>
          <LocalesMenuButton />
        </Box>
        <Paper sx={{ width: '100%', maxWidth: 480, p: { xs: 2.5, sm: 4 }, my: 'auto' }}>{children}</Paper>
      </Box>
    </Box>
  );
}
