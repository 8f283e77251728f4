import { Alert, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import { useRun } from '../financing/useRun';
import type { Match, VerdictReview } from '../generated/schema';
import { FormDialog } from '../shared/FormDialog';
import { useAsk } from '../shared/useAsk';
import { operations } from './operations';

type Props = { match: Match; request: object | null };

/** Beside a verdict "not eligible": what the bank's people have said about it, or the way to ask them. */
export function AskReview({ match, request }: Props) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [isAsking, setAsking] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.verdictReviews.ask.${key}`, values);
  const isKeptOut = match.verdict === 'notEligible';
  const query = useAsk<{ verdictReviews: { items: readonly VerdictReview[] } }>(
    operations.verdictReviews.list,
    { list: { page: 1, perPage: 1, filter: { productId: match.product.id } } },
    { enabled: isKeptOut },
  );
  if (!isKeptOut || !query.data) return null;
  const [latest] = query.data.verdictReviews.items;
  const see = (
    <Button
      component={Link}
      to={`/verdictReviews?standing=${latest?.state === 'open' ? 'open' : 'ended'}`}
      color="inherit"
      size="small"
    >
      {word('see')}
    </Button>
  );
  if (latest?.state === 'open')
    return (
      <Alert severity="info" action={see}>
        {word('open', { day: latest.dueOn })}
      </Alert>
    );
  if (latest?.state === 'admitted')
    return (
      <Alert severity="success" action={see}>
        {word('admitted', { bank: latest.institution.name })}
      </Alert>
    );
  return (
    <Alert severity="info">
      {word('lead')}
      {me?.role === 'auditor' ? null : (
        <Button variant="outlined" size="small" onClick={() => setAsking(true)} sx={{ display: 'block', mt: 1 }}>
          {word('title')}
        </Button>
      )}
      {isAsking ? <AskDialog match={match} request={request} onClose={() => setAsking(false)} /> : null}
    </Alert>
  );
}

/** As the server has it. */
const statementMin = 10;

function AskDialog({ match, request, onClose }: Props & { onClose: () => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.verdictReviews.ask.${key}`);
  const [statement, setStatement] = useState('');
  const { run, isRunning, refusal } = useRun(
    'verdictReviews',
    'requestVerdictReview',
    onClose,
    'rongqiao.verdictReviews.ask.done',
  );
  return (
    <FormDialog
      title={word('title')}
      text={word('text')}
      confirm={word('title')}
      isRunning={isRunning}
      isOff={statement.trim().length < statementMin}
      refusal={refusal}
      onConfirm={() => void run({ productId: match.product.id, request, statement: statement.trim() })}
      onClose={onClose}
    >
      <TextField
        multiline
        required
        minRows={3}
        label={word('statement')}
        helperText={word('statementHelp')}
        value={statement}
        onChange={event => setStatement(event.target.value)}
      />
    </FormDialog>
  );
}
