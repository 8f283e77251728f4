import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { FormDialog } from '../../shared/FormDialog';
import { useRun } from '../useRun';

/** Whose limit is set; without an id that of all officers. */
export type Limited = { readonly userId: string | null; readonly name: string; readonly amountFen: number | null };

/** Sets or takes away the sum up to which somebody may bind the firm. */
export function LimitDialog({ limited: { userId, name, amountFen }, onClose }: { limited: Limited; onClose: () => void }) {
  const translate = useTranslate();
  const [limitFen, setLimitFen] = useState(amountFen);
  const { run, isRunning, refusal } = useRun('signingLimits', 'setSigningLimit', onClose);
  const word = (key: string) => translate(`rongqiao.financing.signingLimits.dialog.${key}`, { name });
  return (
    <FormDialog
      title={word('title')}
      text={word('text')}
      confirm={word('save')}
      isRunning={isRunning}
      isOff={limitFen === null || Number.isNaN(limitFen)}
      refusal={refusal}
      onConfirm={() => void run({ userId, amountFen: limitFen })}
      onClose={onClose}
    >
      <FigureField
        name="amountFen"
        label={word('amount')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={limitFen}
        onChange={setLimitFen}
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
