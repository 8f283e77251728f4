import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Refused } from './Refused';

type Props = {
  title: string;
  /** What will happen. */
  text: string;
  confirm: string;
  isRunning: boolean;
  isOff?: boolean;
  refusal: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A dialog that says what will happen, takes what is needed for it, and shows why it was refused, at the input it was refused for. */
export function FormDialog({ title, text, confirm, isRunning, isOff = false, refusal, onConfirm, onClose, children }: Props) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{text}</DialogContentText>
          <Refused refusal={refusal}>{children}</Refused>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" loading={isRunning} disabled={isOff} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
