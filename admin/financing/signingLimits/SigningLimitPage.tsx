import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Signer, SigningRules } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { formatAmount } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { LimitDialog, type Limited } from './LimitDialog';
import { signingRulesDocument } from './operations';

/** Up to which sum the people of a firm may bind it, and the administrator's means to say so. */
export function SigningLimitPage() {
  const translate = useTranslate();
  const [limited, setLimited] = useState<Limited | null>(null);
  const query = useAsk<{ signingRules: SigningRules }>(signingRulesDocument);
  const word = (key: string) => translate(`rongqiao.financing.signingLimits.${key}`);
  const sum = useSum();
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Answered query={query}>
        {({ signingRules: { officersFen, signers, allowedVerbs } }) => {
          const mayChange = allowedVerbs.includes('setSigningLimit');
          return (
            <Stack spacing={2}>
              <Line
                name={word('officers')}
                note={word('officersHelp')}
                limit={sum(officersFen)}
                onChange={mayChange ? () => setLimited({ userId: null, name: word('officers'), amountFen: officersFen }) : null}
              />
              <Typography variant="h6" component="h2">
                {word('people')}
              </Typography>
              {signers.map(signer => (
                <Line
                  key={signer.id}
                  name={`${signer.name} · ${translate(`rongqiao.identity.roles.${signer.role}`)}`}
                  note={word(noteOf(signer))}
                  limit={sum(signer.limitFen)}
                  onChange={
                    mayChange && signer.role === 'officer'
                      ? () => setLimited({ userId: signer.id, name: signer.name, amountFen: signer.ownFen })
                      : null
                  }
                />
              ))}
            </Stack>
          );
        }}
      </Answered>
      {limited ? (
        <LimitDialog
          limited={limited}
          onClose={() => {
            setLimited(null);
            void query.refetch();
          }}
        />
      ) : null}
    </Page>
  );
}

const noteOf = ({ role, ownFen }: Signer): string => (role === 'administrator' ? 'head' : ownFen === null ? 'shared' : 'own');

/** A limit in words: none, nothing at all, or up to so much. */
function useSum(): (limitFen: number | null) => string {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.signingLimits.${key}`, values);
  return limitFen => {
    if (limitFen === null) return word('none');
    return limitFen === 0 ? word('zero') : word('upTo', { amount: formatAmount(limitFen, locale) });
  };
}

function Line({ name, note, limit, onChange }: { name: string; note: string; limit: string; onChange: (() => void) | null }) {
  const translate = useTranslate();
  return (
    <Paper sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" color="text.secondary">
            {note}
          </Typography>
        </Box>
        <Typography sx={{ fontWeight: 600 }}>{limit}</Typography>
        {onChange ? (
          <Button variant="outlined" onClick={onChange} sx={{ flexShrink: 0 }}>
            {translate('rongqiao.financing.signingLimits.change')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
}
