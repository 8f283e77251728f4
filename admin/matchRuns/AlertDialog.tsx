import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchAlert } from '../generated/schema';
import { spokenOf, wanScale, wholeOf } from '../products/figures';
import { useVocabulary } from '../products/useVocabulary';
import { useAlertVerbs } from './useAlertVerbs';

/** Of which products a firm wants to be told; nothing filled in is all of them. */
export function AlertDialog({ alert, onClose }: { alert: MatchAlert; onClose: () => void }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.matchRuns.alert.${key}`);
  const { choicesOf } = useVocabulary();
  const { set } = useAlertVerbs();
  const [label, setLabel] = useState<string>(alert.label ?? '');
  const [amount, setAmount] = useState(alert.amountFenMin ? spokenOf(alert.amountFenMin, wanScale) : '');
  const amountFenMin = wholeOf(amount, wanScale);
  const isInvalid = amountFenMin !== null && !(amountFenMin > 0);
  const save = async () => {
    if (await set({ label: label || null, amountFenMin })) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{say('title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ mt: 1 }}>
          <TextField select label={say('label')} value={label} onChange={event => setLabel(event.target.value)}>
            <MenuItem value="">{say('anyLabel')}</MenuItem>
            {choicesOf('labels').map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={say('amount')}
            helperText={say('amountHelp')}
            value={amount}
            error={isInvalid}
            onChange={event => setAmount(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={isInvalid} onClick={() => void save()}>
          {say('save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
