import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Match } from '../../generated/schema';

const severity = { eligible: 'success', possible: 'info', notEligible: 'warning' } as const;

/** How the product stands to what is being asked for, before it is asked for. */
export function VerdictNow({ match, search }: { match: Match; search: string }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.verdict.${key}`, values);
  const wanting = match.verdict === 'notEligible' ? 'unmet' : 'unknown';
  return (
    <Alert
      severity={severity[match.verdict]}
      action={
        <Button component={Link} to={`/matches/${match.id}?${search}`} color="inherit" size="small">
          {word('see')}
        </Button>
      }
    >
      <AlertTitle>{word('title')}</AlertTitle>
      {word(match.verdict, { smart_count: match.findings.filter(({ verdict }) => verdict === wanting).length })}
    </Alert>
  );
}
