import {
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { RecordTable } from '../enterprises/creditFile/RecordTable';
import { useDataClasses } from '../enterprises/useDataClasses';
import { Said } from '../financing/applications/Said';
import { useRun } from '../financing/useRun';
import type { CreditRecord, DataClassField, Objection, ObjectionOutcome } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { FormDialog } from '../shared/FormDialog';
import { useAsk } from '../shared/useAsk';
import { CorrectedValue } from './CorrectedValue';
import { type Draft, draftOf, isWhole, sentOf } from './draft';
import { disputedRecordDocument } from './operations';

const outcomes: readonly ObjectionOutcome[] = ['corrected', 'dismissed', 'unresolved'];
/** As the server has it. */
const answerMin = 10;

type Props = { objection: Objection; onClose: () => void };

/** Whoever provided the record examines it, says what it came to, and puts right what was wrong. */
export function AnswerDialog({ objection, onClose }: Props) {
  const query = useAsk<{ disputedRecord: CreditRecord }>(disputedRecordDocument, { id: objection.id });
  const catalogue = useDataClasses().data?.dataClasses ?? null;
  const fields = catalogue?.find(({ code }) => code === objection.dataClass)?.fields ?? null;
  if (query.data && fields)
    return <Form objection={objection} record={query.data.disputedRecord} fields={fields} onClose={onClose} />;
  return <Waiting query={query} onClose={onClose} />;
}

function Waiting({ query, onClose }: { query: Parameters<typeof Answered>[0]['query']; onClose: () => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.objections.${key}`);
  return (
    <FormDialog
      title={word('answer')}
      text={word('answerText')}
      confirm={word('send')}
      isRunning={false}
      isOff
      refusal={null}
      onConfirm={() => undefined}
      onClose={onClose}
    >
      <Answered query={query}>{() => null}</Answered>
    </FormDialog>
  );
}

function Form({ objection, record, fields, onClose }: Props & { record: CreditRecord; fields: readonly DataClassField[] }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.objections.${key}`);
  const [outcome, setOutcome] = useState<ObjectionOutcome | null>(null);
  const [isReplaced, setReplaced] = useState(false);
  const [answer, setAnswer] = useState('');
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, record.value as Record<string, unknown>));
  const { run, isRunning, refusal } = useRun('objections', 'answer', onClose, 'rongqiao.objections.sent');
  const takesValue = outcome === 'corrected' && isReplaced;
  const isOff = outcome === null || answer.trim().length < answerMin || (takesValue && !isWhole(fields, draft));
  const send = () =>
    run({
      id: objection.id,
      version: objection.version,
      input: { outcome, answer: answer.trim(), value: takesValue ? sentOf(fields, draft) : null },
    });
  return (
    <FormDialog
      title={word('answer')}
      text={word('answerText')}
      confirm={word('send')}
      isRunning={isRunning}
      isOff={isOff}
      refusal={refusal}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <Stack spacing={1}>
        <Typography variant="subtitle2">{word('record')}</Typography>
        <RecordTable records={[record]} fields={fields} isNarrow />
        <Said name={word('statement')} text={objection.statement} />
      </Stack>
      <Choice
        name={word('outcome')}
        words="outcomes"
        means="outcomesMean"
        choices={outcomes}
        chosen={outcome}
        onChoose={setOutcome}
      />
      {outcome === 'corrected' ? (
        <Choice
          name={word('how')}
          words="ways"
          choices={['remove', 'replace'] as const}
          chosen={isReplaced ? 'replace' : 'remove'}
          onChoose={way => setReplaced(way === 'replace')}
        />
      ) : null}
      {takesValue ? <CorrectedValue fields={fields} draft={draft} onChange={setDraft} /> : null}
      <TextField
        multiline
        minRows={3}
        required
        label={word('answerIs')}
        helperText={word('answerHelp')}
        value={answer}
        onChange={event => setAnswer(event.target.value)}
      />
    </FormDialog>
  );
}

type ChoiceProps<Option extends string> = {
  name: string;
  /** Keys of the words of each choice, and of what it means. */
  words: string;
  means?: string;
  choices: readonly Option[];
  chosen: Option | null;
  onChoose: (option: Option) => void;
};

function Choice<Option extends string>({ name, words, means, choices, chosen, onChoose }: ChoiceProps<Option>) {
  const translate = useTranslate();
  return (
    <FormControl>
      <FormLabel>{name}</FormLabel>
      <RadioGroup value={chosen ?? ''} onChange={event => onChoose(event.target.value as Option)}>
        {choices.map(option => (
          <Stack key={option}>
            <FormControlLabel
              value={option}
              control={<Radio size="small" />}
              label={translate(`rongqiao.objections.${words}.${option}`)}
            />
            {means ? (
              <FormHelperText sx={{ mt: -0.5, ml: 3.75 }}>{translate(`rongqiao.objections.${means}.${option}`)}</FormHelperText>
            ) : null}
          </Stack>
        ))}
      </RadioGroup>
    </FormControl>
  );
}
