import Add from '@mui/icons-material/Add';
import Delete from '@mui/icons-material/Delete';
import { Button, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, CorrectionKind } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { useRun } from '../useRun';

const kinds: readonly CorrectionKind[] = ['ADD_DOCUMENT', 'RESUBMIT_DOCUMENT', 'ADDITIONAL_DATA', 'OTHER'];
/** As the server has it. */
const itemsMax = 20;
const noteMin = 10;

/** `key` tells the rows apart while they are typed. */
type Row = { readonly key: number; readonly kind: CorrectionKind; readonly text: string };
const emptyRow = (key: number): Row => ({ key, kind: 'ADD_DOCUMENT', text: '' });

type Props = { application: Application; onClose: () => void };

/** Asks the firm for everything that is missing, in one list; to ask again, the bank says why. */
export function CorrectionDialog({ application: { id, version, corrections }, onClose }: Props) {
  const translate = useTranslate();
  const [rows, setRows] = useState<readonly Row[]>([emptyRow(0)]);
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('applications', 'requestCorrection', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.corrections.${key}`, values);
  const isAgain = corrections.length > 0;
  const put = (row: Row) => setRows(rows.map(each => (each.key === row.key ? row : each)));
  const isOff = rows.some(({ text }) => text.trim().length < 2) || (isAgain && note.trim().length < noteMin);
  const send = () =>
    run({
      id,
      version,
      input: { items: rows.map(({ kind, text }) => ({ kind, text: text.trim() })), note: isAgain ? note.trim() : null },
    });
  return (
    <FormDialog
      title={word('ask')}
      text={word(isAgain ? 'askAgain' : 'askText')}
      confirm={word('send')}
      isRunning={isRunning}
      isOff={isOff}
      refusal={refusal}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {rows.map((row, place) => (
        <Stack key={row.key} direction={{ xs: 'column', sm: 'row' }} spacing={1}>
          <TextField
            select
            label={word('kind')}
            value={row.kind}
            onChange={event => put({ ...row, kind: event.target.value as CorrectionKind })}
            sx={{ minWidth: 150 }}
          >
            {kinds.map(kind => (
              <MenuItem key={kind} value={kind}>
                {word(`kinds.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            fullWidth
            multiline
            required
            label={word('item', { number: place + 1 })}
            placeholder={word('itemExample')}
            value={row.text}
            onChange={event => put({ ...row, text: event.target.value })}
          />
          {rows.length > 1 ? (
            <IconButton
              aria-label={word('remove', { number: place + 1 })}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              sx={{ alignSelf: { xs: 'flex-end', sm: 'center' } }}
            >
              <Delete />
            </IconButton>
          ) : null}
        </Stack>
      ))}
      <Button
        startIcon={<Add />}
        disabled={rows.length >= itemsMax}
        onClick={() => setRows([...rows, emptyRow(Math.max(...rows.map(({ key }) => key)) + 1)])}
        sx={{ alignSelf: 'flex-start' }}
      >
        {word('more')}
      </Button>
      {isAgain ? (
        <TextField
          multiline
          minRows={2}
          required
          label={word('note')}
          helperText={word('noteHelp')}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}
