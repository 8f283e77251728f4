import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { Section } from './Section';

/** Everything that was done to the application, the earliest first: when, what, by which side, and why. */
export function History({ application: { history, enterprise, institution } }: { application: Application }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.applications.${key}`);
  return (
    <Section title={word('history.title')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {history.map(({ id, at, verb, party, reason }) => (
          <Box component="li" key={id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            <Typography variant="body2">
              <Typography component="span" variant="body2" color="text.secondary" sx={{ mr: 1.5 }}>
                {formatInstant(at)}
              </Typography>
              <strong>{word(`verbs.${verb}`)}</strong> ·{' '}
              {
                {
                  enterprise: enterprise?.name ?? translate('rongqiao.financing.applications.nameless'),
                  institution: institution.name,
                  guarantor: word('history.guarantor'),
                  platform: word('history.platform'),
                }[party]
              }
            </Typography>
            {reason ? (
              <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
                {reason}
              </Typography>
            ) : null}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
