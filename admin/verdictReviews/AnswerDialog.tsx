import { FormControlLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { reasonsDocument } from '../financing/operations';
import { useRun } from '../financing/useRun';
import type { Reason, ReviewOutcome, VerdictReview } from '../generated/schema';
import { FormDialog } from '../shared/FormDialog';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';

const outcomes: readonly ReviewOutcome[] = ['admitted', 'upheld'];
/** As the server has it. */
const answerMin = 10;

/** Somebody of the bank says whether it looks at the firm by hand, or why the verdict stands. */
export function AnswerDialog({ review, onClose }: { review: VerdictReview; onClose: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string) => translate(`rongqiao.verdictReviews.answer.${key}`);
  const reasons = useAsk<{ reasonCodes: readonly Reason[] }>(reasonsDocument).data?.reasonCodes ?? [];
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null);
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState('');
  const { run, isRunning, refusal } = useRun(
    'verdictReviews',
    'answerVerdictReview',
    onClose,
    'rongqiao.verdictReviews.answer.sent',
  );
  const isReasoned = outcome === 'admitted' || (outcome === 'upheld' && code !== '');
  const send = () =>
    run({
      id: review.id,
      version: review.version,
      input: { outcome, reasonCode: outcome === 'upheld' ? code : null, answer: answer.trim() },
    });
  return (
    <FormDialog
      title={word('title')}
      text={word('text')}
      confirm={word('send')}
      isRunning={isRunning}
      isOff={!isReasoned || answer.trim().length < answerMin}
      refusal={refusal}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={word('title')}
        value={outcome ?? ''}
        onChange={event => setOutcome(event.target.value as ReviewOutcome)}
      >
        {outcomes.map(each => (
          <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={word(`outcomes.${each}`)} />
        ))}
      </RadioGroup>
      {outcome === 'upheld' ? (
        <TextField
          select
          required
          label={word('reason')}
          value={reasons.some(reason => reason.code === code) ? code : ''}
          onChange={event => setCode(event.target.value)}
        >
          {reasons.map(reason => (
            <MenuItem key={reason.code} value={reason.code} sx={{ whiteSpace: 'normal' }}>
              {reason.code} {text(reason.label)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        multiline
        required
        minRows={3}
        label={word('answer')}
        helperText={word('answerHelp')}
        value={answer}
        onChange={event => setAnswer(event.target.value)}
      />
    </FormDialog>
  );
}
