import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ask } from '../../client';
import type { Text } from '../../generated/schema';
import { Answered, Failed } from '../../shared/Answered';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { declareFactsDocument, statementDocument } from '../operations';
import { isWrong, type StatedField, type Statement, statedOf } from './draft';
import { StatedFact } from './StatedFact';

type Answer = {
  selfDeclaredClass: { fields: readonly StatedField[] };
  attributes: readonly { key: string; about: Text }[];
  creditRecords: { items: readonly { id: string; value: Statement; asOf: string }[] };
};

/** A firm states what no department holds; the form is drawn from the catalogue and opens with what was stated last. */
export function StatementPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const query = useAsk<Answer>(statementDocument);
  const saved = () => {
    notify('rongqiao.enterprises.statement.saved', { type: 'success' });
    void query.refetch();
  };
  return (
    <Page title={translate('rongqiao.enterprises.statement.title')} lead={translate('rongqiao.enterprises.statement.lead')}>
      <Answered query={query}>
        {answer => <StatementForm key={answer.creditRecords.items[0]?.id ?? ''} answer={answer} onSaved={saved} />}
      </Answered>
    </Page>
  );
}

function StatementForm({ answer, onSaved }: { answer: Answer; onSaved: () => void }) {
  const translate = useTranslate();
  const [last] = answer.creditRecords.items;
  const { fields } = answer.selfDeclaredClass;
  const [statement, setStatement] = useState<Statement>(last?.value ?? {});
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.statement.${key}`, values);
  const stated = statedOf(fields, statement);
  const isReady = Object.keys(stated).length > 0 && !fields.some(field => isWrong(field, statement[field.key]));

  const save = async () => {
    setRunning(true);
    setRefusal(null);
    try {
      await ask(declareFactsDocument, { value: stated });
      onSaved();
    } catch (error) {
      setRefusal(error as Error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Stack spacing={2} component="form" onSubmit={event => event.preventDefault()}>
      <Alert severity="info">{say('readers')}</Alert>
      <Paper sx={{ p: { xs: 2, sm: 3 } }}>
        <Stack spacing={2.5}>
          <Typography variant="body2" color="text.secondary">
            {last ? say('last', { day: last.asOf }) : say('never')} {say('whole')}
          </Typography>
          {fields.map(field => (
            <StatedFact
              key={field.key}
              field={field}
              about={answer.attributes.find(({ key }) => key === field.key)?.about ?? null}
              stated={statement[field.key] ?? null}
              onChange={next => setStatement({ ...statement, [field.key]: next })}
            />
          ))}
          {refusal ? <Failed error={refusal} /> : null}
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            <Button type="submit" variant="contained" size="large" loading={isRunning} disabled={!isReady} onClick={save}>
              {say('save')}
            </Button>
            {last ? (
              <Button component={Link} to="/matches">
                {say('toMatches')}
              </Button>
            ) : null}
          </Stack>
        </Stack>
      </Paper>
    </Stack>
  );
}
