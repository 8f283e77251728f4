import { Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { useRun } from '../useRun';

type Props = { application: Application; onClose: () => void };

/** The firm answers every item that the bank asked for: only then does the application go on. */
export function AnswerDialog({ application: { id, version, corrections }, onClose }: Props) {
  const translate = useTranslate();
  const items = corrections.find(({ answeredAt }) => answeredAt === null)?.items ?? [];
  const [answers, setAnswers] = useState<readonly string[]>(() => items.map(() => ''));
  const { run, isRunning, refusal } = useRun('applications', 'answerCorrection', onClose);
  const word = (key: string) => translate(`rongqiao.financing.corrections.${key}`);
  return (
    <FormDialog
      title={word('answer')}
      text={word('answerText')}
      confirm={word('sendAnswer')}
      isRunning={isRunning}
      isOff={answers.some(answer => answer.trim() === '')}
      refusal={refusal}
      onConfirm={() => void run({ id, version, answers: answers.map(answer => answer.trim()) })}
      onClose={onClose}
    >
      {items.map(({ kind, text }, place) => (
        <Stack key={`${kind} ${text}`} spacing={1}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            <strong>
              {place + 1}. {text}
            </strong>{' '}
            <Typography component="span" variant="body2" color="text.secondary">
              {word(`kinds.${kind}`)}
            </Typography>
          </Typography>
          <TextField
            multiline
            minRows={2}
            required
            label={word('answerIs')}
            placeholder={word('answerExample')}
            value={answers[place] ?? ''}
            onChange={event => setAnswers(answers.map((answer, other) => (other === place ? event.target.value : answer)))}
          />
        </Stack>
      ))}
    </FormDialog>
  );
}
