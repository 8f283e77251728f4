import { Alert } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { percentScale, wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount } from '../../shared/format';
import { Field } from '../../shared/Refused';
import { useLocale } from '../../shared/useLocale';
import { useRun } from '../useRun';

type Props = { application: Application; onClose: () => void };

/** Says what the bank could imagine to lend, with the warning that it binds nobody. */
export function InPrincipleDialog({ application: { id, version, amountFen: askedFen }, onClose }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const [amountFen, setAmountFen] = useState<number | null>(askedFen);
  const [rateBpsMin, setRateBpsMin] = useState<number | null>(null);
  const [rateBpsMax, setRateBpsMax] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('applications', 'giveInPrinciple', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.indications.${key}`, values);
  const isFigure = (value: number | null): value is number => value !== null && Number.isSafeInteger(value) && value >= 0;
  const isTooMuch = amountFen !== null && amountFen > askedFen;
  const isUpsideDown = isFigure(rateBpsMin) && isFigure(rateBpsMax) && rateBpsMin > rateBpsMax;
  const isOff = !isFigure(amountFen) || amountFen === 0 || isTooMuch || !isFigure(rateBpsMin) || !isFigure(rateBpsMax);
  const percent = translate('rongqiao.products.units.percent');
  return (
    <FormDialog
      title={word('give')}
      text={word('giveText')}
      confirm={word('send')}
      isRunning={isRunning}
      isOff={isOff || isUpsideDown}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { amountFen, rateBpsMin, rateBpsMax, note: note.trim() || null } })}
      onClose={onClose}
    >
      <Alert severity="warning">{word('notBinding')}</Alert>
      <FigureField
        name="amountFen"
        label={word('amount')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        isRequired
        value={amountFen}
        isWrong={isTooMuch}
        helperText={word('asked', { amount: formatAmount(askedFen, locale) })}
        onChange={setAmountFen}
      />
      <FigureField
        name="rateBpsMin"
        label={word('lowest')}
        unit={percent}
        scale={percentScale}
        isRequired
        value={rateBpsMin}
        onChange={setRateBpsMin}
      />
      <FigureField
        name="rateBpsMax"
        label={word('highest')}
        unit={percent}
        scale={percentScale}
        isRequired
        value={rateBpsMax}
        isWrong={isUpsideDown}
        helperText={isUpsideDown ? word('upsideDown') : undefined}
        onChange={setRateBpsMax}
      />
      <Field
        multiline
        minRows={2}
        name="note"
        label={word('note')}
        helperText={word('noteHelp')}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
