import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FinancingDemand } from '../../generated/schema';
import { useRun } from '../useRun';

/** Whether the demand may go on to other banks where one refuses or is silent; the firm changes its mind at any time. */
export function SecondLook({ demand, onDone }: { demand: FinancingDemand; onDone: () => void }) {
  const translate = useTranslate();
  const { run, isRunning, refusal } = useRun('demands', 'setSecondLook', onDone);
  const word = (key: string) => translate(`rongqiao.financing.demands.secondLook.${key}`);
  const allows = demand.allowsSecondLook === true;
  return (
    <Alert
      severity={refusal ? 'error' : 'info'}
      action={
        <Button
          color="inherit"
          loading={isRunning}
          onClick={() => void run({ id: demand.id, version: demand.version, allows: !allows })}
        >
          {word(allows ? 'stop' : 'allow')}
        </Button>
      }
    >
      {refusal?.message ?? word(allows ? 'on' : 'off')}
    </Alert>
  );
}
