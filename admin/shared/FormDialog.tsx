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
  /** Whether what will happen is hard to take back. */
  isGrave?: boolean;
  refusal: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A dialog that says what will happen, takes what is needed for it, and shows why it was refused, at the input it was refused for. */
export function FormDialog(props: Props) {
  const { title, text, confirm, isRunning, isOff = false, isGrave = false, refusal, onConfirm, onClose, children } = props;
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
        <Button
          variant="contained"
          color={isGrave ? 'error' : 'primary'}
          loading={isRunning}
          disabled={isOff}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
