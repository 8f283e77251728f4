import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { VerbButtons } from '../../shared/VerbButtons';
import { LoanReasonDialog } from './LoanReasonDialog';
import { RenewDialog } from './RenewDialog';
import { RestructureDialog } from './RestructureDialog';

const plainVerbs = {
  settleLoan: {
    label: 'rongqiao.financing.applications.verbs.settleLoan',
    consequence: 'rongqiao.financing.deals.loan.settle',
    isPrimary: true,
  },
};

/** Verbs with a dialog of their own. */
const dialogVerbs = { renewLoan: 'primary', restructureLoan: 'primary', writeOffLoan: 'error' } as const;
type DialogVerb = keyof typeof dialogVerbs;

/** What the lender can record of a loan after it was paid out; which of it is possible now, the server says. */
export function LoanVerbs({ transaction }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<DialogVerb | null>(null);
  const props = { transaction, onClose: () => setOpen(null) };
  return (
    <>
      <VerbButtons resource="transactions" record={transaction} verbs={plainVerbs} />
      {(Object.keys(dialogVerbs) as DialogVerb[])
        .filter(verb => transaction.allowedVerbs.includes(verb))
        .map(verb => (
          <Button key={verb} variant="outlined" color={dialogVerbs[verb]} onClick={() => setOpen(verb)}>
            {translate(`rongqiao.financing.applications.verbs.${verb}`)}
          </Button>
        ))}
      {open === 'renewLoan' ? <RenewDialog {...props} /> : null}
      {open === 'restructureLoan' ? <RestructureDialog {...props} /> : null}
      {open === 'writeOffLoan' ? (
        <LoanReasonDialog {...props} verb="writeOffLoan" text={translate('rongqiao.financing.deals.loan.writeOff')} />
      ) : null}
    </>
  );
}
