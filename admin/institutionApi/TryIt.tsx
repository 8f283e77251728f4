import { Alert, Button, Chip, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useIdempotencyKey } from '../financing/useIdempotencyKey';
import type { ApiOperation } from '../generated/institutionApi';
import { formatInstant } from '../shared/format';
import { useLocale } from '../shared/useLocale';
import { Code } from './Code';
import { curlOf, needsFilling, pickedVariables } from './example';
import { Part } from './OperationCard';
import { type Answered, run } from './run';

/** The day it is in Asia/Shanghai. */
const todayHere = (): string => formatInstant(new Date().toISOString()).slice(0, 10);

const inLines = (value: unknown): string => JSON.stringify(value, null, 2);

/** The example with its variables, as a command of a shell, and run against this platform as who is signed in or with a token. */
export function TryIt({ operation, token }: { operation: ApiOperation; token: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.institutionApi.${key}`, values);
  const { key, renew } = useIdempotencyKey();
  const { pick, document, kind } = operation;
  const [variables, setVariables] = useState(() =>
    inLines(
      pick ? operation.variables : (pickedVariables(operation, null, { today: todayHere(), newKey: key }) ?? operation.variables),
    ),
  );
  const [answer, setAnswer] = useState<Answered | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const caller = { token, locale };

  const work = async (what: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(word(error instanceof SyntaxError ? 'malformed' : 'unreachable'));
    } finally {
      setBusy(false);
    }
  };
  const fill = () =>
    work(async () => {
      if (!pick) return;
      const { body } = await run(caller, { document: pick.document, variables: pick.variables ?? {} });
      const found = pickedVariables(operation, body.data, { today: todayHere(), newKey: key });
      if (found === null) setProblem(word('nothingFits'));
      else setVariables(inLines(found));
    });
  const send = () =>
    work(async () => {
      const sent = { document, variables: JSON.parse(variables) as unknown };
      setAnswer(await run(caller, kind === 'mutation' ? { ...sent, key } : sent));
    });

  return (
    <Stack spacing={1.5}>
      <TextField
        label={word('variables')}
        value={variables}
        onChange={event => setVariables(event.target.value)}
        multiline
        fullWidth
        slotProps={{ input: { sx: { fontFamily: 'monospace', fontSize: 13 } } }}
      />
      {kind === 'mutation' ? (
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {word('key')}: <code>{key}</code>
          </Typography>
          <Button size="small" onClick={renew}>
            {word('newKey')}
          </Button>
        </Stack>
      ) : null}
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {pick && needsFilling(operation) ? (
          <Button variant="outlined" disabled={isBusy} onClick={() => void fill()}>
            {word('fill')}
          </Button>
        ) : null}
        <Button variant="contained" loading={isBusy} disabled={variables.includes('‹')} onClick={() => void send()}>
          {word('run')}
        </Button>
        {kind === 'mutation' ? (
          <Typography variant="body2" color="text.secondary">
            {word('real')}
          </Typography>
        ) : null}
      </Stack>
      {problem ? <Alert severity="info">{problem}</Alert> : null}
      {answer ? <Answer answer={answer} /> : null}
      <Part title={word('curl')}>
        <Code text={curlOf(operation, variables, location.origin)} label={word('curl')} />
      </Part>
    </Stack>
  );
}

function Answer({ answer: { status, milliseconds, isReplayed, body } }: { answer: Answered }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.institutionApi.${key}`, values);
  return (
    <Stack spacing={1} role="status">
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        <Chip size="small" color={body.errors ? 'error' : 'success'} label={word('answered', { status, milliseconds })} />
        {body.errors ? <Chip size="small" variant="outlined" color="error" label={word('refused')} /> : null}
        {isReplayed ? <Chip size="small" variant="outlined" label={word('replayed')} /> : null}
      </Stack>
      <Code text={inLines(body)} label={word('answered', { status, milliseconds })} />
    </Stack>
  );
}
