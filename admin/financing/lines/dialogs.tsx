import { Checkbox, FormControlLabel, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Application, CreditLine, Drawdown, LineReason } from '../../generated/schema';
import { wanScale, wholeScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount, formatInstant, formatTerm } from '../../shared/format';
import { Field } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useLocale, useText } from '../../shared/useLocale';
import { lineReasonsDocument } from '../operations';
import { useRun } from '../useRun';

const useWords = () => {
  const translate = useTranslate();
  return {
    word: (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.lines.${key}`, values),
    verbWord: (verb: string) => translate(`rongqiao.financing.applications.verbs.${verb}`),
  };
};
const todayOf = (): string => formatInstant(new Date().toISOString()).slice(0, 10);

type Props = { line: CreditLine; onClose: () => void };

/** The firm asks to draw from its line. */
export function DrawDialog({ line: { id, version, availableFen }, onClose }: Props) {
  const { word, verbWord } = useWords();
  const translate = useTranslate();
  const locale = useLocale();
  const [amountFen, setAmountFen] = useState<number | null>(null);
  const [termMonths, setTermMonths] = useState<number | null>(null);
  const { run, isRunning, refusal } = useRun('creditLines', 'requestDrawdown', onClose);
  const isAbove = amountFen !== null && amountFen > availableFen;
  return (
    <FormDialog
      title={verbWord('requestDrawdown')}
      text={word('request.text', { amount: formatAmount(availableFen, locale) })}
      confirm={verbWord('requestDrawdown')}
      isRunning={isRunning}
      isOff={!amountFen || !termMonths || isAbove}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { amountFen, termMonths } })}
      onClose={onClose}
    >
      <FigureField
        name="amountFen"
        label={word('request.amount')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={amountFen}
        onChange={setAmountFen}
        isWrong={isAbove}
      />
      <FigureField
        name="termMonths"
        label={word('request.term')}
        unit=""
        scale={wholeScale}
        value={termMonths}
        onChange={setTermMonths}
      />
    </FormDialog>
  );
}

/** The bank records that it has paid a drawdown out. */
export function PayDialog({ line: { id, version }, drawdown, onClose }: Props & { drawdown: Drawdown }) {
  const { word, verbWord } = useWords();
  const locale = useLocale();
  const [disbursedOn, setDisbursedOn] = useState(todayOf());
  const { run, isRunning, refusal } = useRun('creditLines', 'payDrawdown', onClose);
  const { number, amountFen, termMonths } = drawdown;
  return (
    <FormDialog
      title={verbWord('payDrawdown')}
      text={word('pay.text', { number, amount: formatAmount(amountFen, locale), term: formatTerm(termMonths, locale) })}
      confirm={verbWord('payDrawdown')}
      isRunning={isRunning}
      isOff={disbursedOn === '' || disbursedOn > todayOf()}
      refusal={refusal}
      onConfirm={() => void run({ id, version, number, disbursedOn })}
      onClose={onClose}
    >
      <Field
        type="date"
        required
        name="disbursedOn"
        label={word('pay.on')}
        value={disbursedOn}
        onChange={event => setDisbursedOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: todayOf() } }}
      />
    </FormDialog>
  );
}

/** As the server has it. */
const textMin = 10;
const saidOf = { freezeLine: 'freeze', closeLine: 'close', declineDrawdown: 'decline' } as const;

type ReasonProps = Props & { verb: keyof typeof saidOf; drawdown?: Drawdown };

/** Takes something away from the firm: never without a coded reason. */
export function LineReasonDialog({ line: { id, version }, verb, drawdown, onClose }: ReasonProps) {
  const { word, verbWord } = useWords();
  const translate = useTranslate();
  const inLanguage = useText();
  const { data } = useAsk<{ lineReasons: readonly LineReason[] }>(lineReasonsDocument);
  const [reasonCode, setCode] = useState('');
  const [written, setWritten] = useState('');
  const { run, isRunning, refusal } = useRun('creditLines', verb, onClose);
  const needsText = data?.lineReasons.find(({ code }) => code === reasonCode)?.needsText === true;
  const isShort = needsText && written.trim().length < textMin;
  const number = drawdown ? { number: drawdown.number } : {};
  return (
    <FormDialog
      title={verbWord(verb)}
      text={word(`reasonText.${saidOf[verb]}`)}
      confirm={verbWord(verb)}
      isRunning={isRunning}
      isOff={reasonCode === '' || isShort}
      refusal={refusal}
      onConfirm={() => void run({ id, version, ...number, reasonCode, reasonText: written.trim() || null })}
      onClose={onClose}
    >
      <Field
        select
        required
        name="reasonCode"
        label={translate('rongqiao.financing.deals.loan.reason')}
        value={reasonCode}
        onChange={event => setCode(event.target.value)}
      >
        {(data?.lineReasons ?? []).map(({ code, label }) => (
          <MenuItem key={code} value={code}>
            {code} {inLanguage(label)}
          </MenuItem>
        ))}
      </Field>
      <Field
        multiline
        minRows={2}
        name="reasonText"
        label={translate('rongqiao.financing.deals.loan.reasonText')}
        required={needsText}
        helperText={isShort ? translate('rongqiao.financing.deals.loan.textRequired') : undefined}
        value={written}
        onChange={event => setWritten(event.target.value)}
      />
    </FormDialog>
  );
}

/** The bank opens the limit of a signed contract to be drawn in parts. */
export function OpenLineDialog({ application: { id, version }, onClose }: { application: Application; onClose: () => void }) {
  const { word, verbWord } = useWords();
  const [isRevolving, setRevolving] = useState(true);
  const [validUntil, setValidUntil] = useState('');
  const [conditions, setConditions] = useState('');
  const { run, isRunning, refusal } = useRun('applications', 'openLine', onClose);
  return (
    <FormDialog
      title={verbWord('openLine')}
      text={word('open.text')}
      confirm={verbWord('openLine')}
      isRunning={isRunning}
      isOff={validUntil < todayOf()}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { isRevolving, validUntil, conditions: conditions.trim() || null } })}
      onClose={onClose}
    >
      <FormControlLabel
        control={<Checkbox checked={isRevolving} onChange={event => setRevolving(event.target.checked)} />}
        label={word('open.revolving')}
      />
      <Field
        type="date"
        required
        name="validUntil"
        label={word('open.validUntil')}
        value={validUntil}
        onChange={event => setValidUntil(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: todayOf() } }}
      />
      <Field
        multiline
        minRows={2}
        name="conditions"
        label={word('open.conditions')}
        value={conditions}
        onChange={event => setConditions(event.target.value)}
      />
    </FormDialog>
  );
}
