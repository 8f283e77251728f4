import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormDialog } from '../../shared/FormDialog';
import { useRun } from '../useRun';

/** Whose limit is set; without an id that of all officers. */
export type Limited = { readonly userId: string | null; readonly name: string; readonly amountFen: number | null };

const fenPerWan = 1_000_000;

/** Sets or takes away the sum up to which somebody may bind the firm. */
export function LimitDialog({ limited: { userId, name, amountFen }, onClose }: { limited: Limited; onClose: () => void }) {
  const translate = useTranslate();
  const [written, setWritten] = useState(amountFen === null ? '' : String(amountFen / fenPerWan));
  const { run, isRunning, refusal } = useRun('signingLimits', 'setSigningLimit', onClose);
  const word = (key: string) => translate(`rongqiao.financing.signingLimits.dialog.${key}`, { name });
  const wan = Number(written);
  const isAmount = written.trim() !== '' && Number.isFinite(wan) && wan >= 0;
  return (
    <FormDialog
      title={word('title')}
      text={word('text')}
      confirm={word('save')}
      isRunning={isRunning}
      isOff={!isAmount}
      refusal={refusal}
      onConfirm={() => void run({ userId, amountFen: Math.round(wan * fenPerWan) })}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={word('amount')}
        value={written}
        onChange={event => setWritten(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      {amountFen === null ? null : (
        <Button
          color="error"
          disabled={isRunning}
          onClick={() => void run({ userId, amountFen: null })}
          sx={{ alignSelf: 'flex-start' }}
        >
          {word(userId === null ? 'lift' : 'liftOwn')}
        </Button>
      )}
    </FormDialog>
  );
}
