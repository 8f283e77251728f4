import { Box, Button, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { ConsentPurpose, CreditFile } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { useAsk } from '../shared/useAsk';
import { AskForConsent } from './consentRequests/AskForConsent';
import { CreditFileView } from './creditFile/CreditFileView';
import { creditFileDocument } from './operations';

/** Reading somebody's credit file is an act of its own: it is announced, done on purpose, and logged for the firm to see. */
export function FileReader({ enterpriseId }: { enterpriseId: string }) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const offered: readonly ConsentPurpose[] =
    me?.organisation.kind === 'operator' ? ['matching'] : ['creditAssessment', 'postLoan'];
  const [chosen, setChosen] = useState<ConsentPurpose | null>(null);
  const [isOpen, setOpen] = useState(false);
  const purpose = chosen ?? offered[0] ?? 'creditAssessment';
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.enterprises.${key}`, values);
  const purposeWord = (each: string) => translate(`rongqiao.enterprises.consents.purposes.${each}`);
  return (
    <Box component="section">
      <Typography variant="h5" component="h2" gutterBottom>
        {say('file')}
      </Typography>
      {isOpen ? (
        <FileRead enterpriseId={enterpriseId} purpose={purpose} />
      ) : (
        <Paper sx={{ p: 2 }}>
          <Typography sx={{ mb: 1.5, maxWidth: 760 }}>{say('fileHint', { purpose: purposeWord(purpose) })}</Typography>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
            {offered.length > 1 ? (
              <TextField
                select
                label={say('purpose')}
                value={purpose}
                onChange={event => setChosen(event.target.value as ConsentPurpose)}
                fullWidth={false}
                sx={{ minWidth: 220 }}
              >
                {offered.map(each => (
                  <MenuItem key={each} value={each}>
                    {purposeWord(each)}
                  </MenuItem>
                ))}
              </TextField>
            ) : null}
            <Button variant="contained" onClick={() => setOpen(true)}>
              {say('fileRead')}
            </Button>
          </Stack>
        </Paper>
      )}
      <AskForConsent enterpriseId={enterpriseId} purpose={purpose} />
    </Box>
  );
}

function FileRead({ enterpriseId, purpose }: { enterpriseId: string; purpose: ConsentPurpose }) {
  const query = useAsk<{ creditFile: CreditFile }>(creditFileDocument, { enterpriseId, purpose });
  return <Answered query={query}>{({ creditFile }) => <CreditFileView file={creditFile} usedForMatching={null} />}</Answered>;
}
