import { Box, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type ApiGroup, apiGroups, institutionApi, signatureCheck } from '../generated/institutionApi';
import { Page } from '../shared/Page';
import { useText } from '../shared/useLocale';
import { Code } from './Code';
import { OperationCard } from './OperationCard';

/** Every operation that a bank's own system uses, as the schema has it, each of which runs against this platform. */
export function InstitutionApiPage() {
  const translate = useTranslate();
  const text = useText();
  const [token, setToken] = useState('');
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.institutionApi.${key}`, values);
  const groups = Object.keys(apiGroups) as ApiGroup[];
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Stack spacing={3}>
        <Paper component="section" sx={{ p: 2 }}>
          <Typography variant="h6" component="h2">
            {word('basics.title')}
          </Typography>
          <Box component="ul" sx={{ pl: 2.5, my: 1 }}>
            {['address', 'identity', 'once', 'units'].map(key => (
              <Typography component="li" key={key} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {word(`basics.${key}`, { address: location.origin })}
              </Typography>
            ))}
          </Box>
          <TextField
            label={word('token')}
            value={token}
            onChange={event => setToken(event.target.value.trim())}
            autoComplete="off"
            fullWidth
            sx={{ mt: 1, maxWidth: 620 }}
          />
        </Paper>
        {groups.map(group => (
          <Box component="section" key={group}>
            <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
              {text(apiGroups[group])}
            </Typography>
            {institutionApi
              .filter(operation => operation.group === group)
              .map(operation => (
                <OperationCard key={operation.name} operation={operation} token={token} />
              ))}
          </Box>
        ))}
        <Box component="section">
          <Typography variant="h6" component="h2">
            {word('signature')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            {word('signatureLead')}
          </Typography>
          <Code text={signatureCheck} label={word('signature')} />
        </Box>
      </Stack>
    </Page>
  );
}
