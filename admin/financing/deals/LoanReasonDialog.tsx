import { MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DealReason, MatchedTransaction } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { Field } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { dealReasonsDocument } from '../operations';
import { useRun } from '../useRun';

/** As the server has it. */
const textMin = 10;

type Props = {
  transaction: Pick<MatchedTransaction, 'id' | 'version'>;
  verb: 'writeOffLoan';
  /** What will happen. */
  text: string;
  onClose: () => void;
};

/** Ends a loan otherwise than agreed: never without a coded reason. */
export function LoanReasonDialog({ transaction: { id, version }, verb, text, onClose }: Props) {
  const translate = useTranslate();
  const [reason, setReason] = useState<LoanReason>({ reasonCode: '', reasonText: null, isGiven: false });
  const { run, isRunning, refusal } = useRun('transactions', verb, onClose);
  const verbWord = translate(`rongqiao.financing.applications.verbs.${verb}`);
  const { isGiven, ...given } = reason;
  return (
    <FormDialog
      title={verbWord}
      text={text}
      confirm={verbWord}
      isRunning={isRunning}
      isOff={!isGiven}
      refusal={refusal}
      onConfirm={() => void run({ id, version, ...given })}
      onClose={onClose}
    >
      <LoanReasonFields verb={verb} onChange={setReason} />
    </FormDialog>
  );
}

export type LoanReason = { reasonCode: string; reasonText: string | null; isGiven: boolean };

/** The coded reasons of `verb`, and the words that some of them need. */
export function LoanReasonFields({ verb, onChange }: { verb: string; onChange: (reason: LoanReason) => void }) {
  const translate = useTranslate();
  const inLanguage = useText();
  const { data } = useAsk<{ dealReasons: readonly DealReason[] }>(dealReasonsDocument);
  const [code, setCode] = useState('');
  const [written, setWritten] = useState('');
  const offered = (data?.dealReasons ?? []).filter(({ verbs }) => verbs.includes(verb));
  const needsText = (of: string) => offered.find(reason => reason.code === of)?.needsText === true;
  const isShort = (of: string, text: string) => needsText(of) && text.trim().length < textMin;
  const word = (key: string) => translate(`rongqiao.financing.deals.loan.${key}`);
  const change = (reasonCode: string, text: string) => {
    setCode(reasonCode);
    setWritten(text);
    onChange({ reasonCode, reasonText: text.trim() || null, isGiven: reasonCode !== '' && !isShort(reasonCode, text) });
  };
  return (
    <>
      <Field
        select
        required
        name="reasonCode"
        label={word('reason')}
        value={code}
        onChange={event => change(event.target.value, written)}
      >
        {offered.map(reason => (
          <MenuItem key={reason.code} value={reason.code} sx={{ whiteSpace: 'normal' }}>
            {reason.code} {inLanguage(reason.label)}
          </MenuItem>
        ))}
      </Field>
      <Field
        multiline
        minRows={2}
        name="reasonText"
        label={word('reasonText')}
        required={needsText(code)}
        error={isShort(code, written) && written !== ''}
        helperText={isShort(code, written) ? word('textRequired') : undefined}
        value={written}
        onChange={event => change(code, event.target.value)}
      />
    </>
  );
}
