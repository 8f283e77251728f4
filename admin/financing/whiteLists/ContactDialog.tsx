import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ContactResult, WhiteListEntry } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { formatInstant } from '../../shared/format';
import { useRun } from '../useRun';

const results: readonly ContactResult[] = ['interested', 'later', 'noNeed', 'unsuitable', 'unreachable'];

/** A bank notes that it was in touch with a listed firm. */
export function ContactDialog({ entry, onClose }: { entry: WhiteListEntry; onClose: () => void }) {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [contactedOn, setContactedOn] = useState(today);
  const [result, setResult] = useState<ContactResult | ''>('');
  const [note, setNote] = useState('');
  const [nextOn, setNextOn] = useState('');
  const { run, isRunning, refusal } = useRun('whiteLists', 'recordContact', onClose);
  const word = (key: string) => translate(`rongqiao.financing.whiteLists.${key}`);
  const input = { contactedOn, result, note: note.trim() || null, nextOn: nextOn || null };
  return (
    <FormDialog
      title={`${word('contact.title')} · ${entry.enterprise.name}`}
      text={word('contact.text')}
      confirm={word('contact.action')}
      isRunning={isRunning}
      isOff={result === '' || contactedOn === ''}
      refusal={refusal}
      onConfirm={() => void run({ entryId: entry.id, input })}
      onClose={onClose}
    >
      <TextField
        type="date"
        required
        label={word('contact.contactedOn')}
        value={contactedOn}
        onChange={event => setContactedOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
      />
      <TextField
        select
        required
        label={word('contact.result')}
        value={result}
        onChange={event => setResult(event.target.value as ContactResult)}
      >
        {results.map(each => (
          <MenuItem key={each} value={each}>
            {word(`results.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField multiline label={word('contact.note')} value={note} onChange={event => setNote(event.target.value)} />
      <TextField
        type="date"
        label={word('contact.nextOn')}
        value={nextOn}
        onChange={event => setNextOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: contactedOn } }}
      />
    </FormDialog>
  );
}
