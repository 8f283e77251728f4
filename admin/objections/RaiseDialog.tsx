import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRun } from '../financing/useRun';
import { FormDialog } from '../shared/FormDialog';

/** As the server has it. */
const statementMin = 10;

/** The firm says what is wrong with one of its records. */
export function RaiseDialog({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.objections.${key}`);
  const [statement, setStatement] = useState('');
  const { run, isRunning, refusal } = useRun('objections', 'raise', onClose, 'rongqiao.objections.raised');
  return (
    <FormDialog
      title={word('raise')}
      text={word('raiseText')}
      confirm={word('raise')}
      isRunning={isRunning}
      isOff={statement.trim().length < statementMin}
      refusal={refusal}
      onConfirm={() => void run({ recordId, statement: statement.trim() })}
      onClose={onClose}
    >
      <TextField
        multiline
        minRows={3}
        required
        autoFocus
        label={word('statement')}
        helperText={word('statementHelp')}
        value={statement}
        onChange={event => setStatement(event.target.value)}
      />
    </FormDialog>
  );
}
