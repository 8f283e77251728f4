import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { VerbButtons } from '../../shared/VerbButtons';
import { LoanReasonDialog } from './LoanReasonDialog';

const plainVerbs = {
  settleLoan: {
    label: 'rongqiao.financing.applications.verbs.settleLoan',
    consequence: 'rongqiao.financing.deals.loan.settle',
    isPrimary: true,
  },
};

/** What the lender can record of a loan after it was paid out; which of it is possible now, the server says. */
export function LoanVerbs({ transaction }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const [isWritingOff, setWritingOff] = useState(false);
  return (
    <>
      <VerbButtons resource="transactions" record={transaction} verbs={plainVerbs} />
      {transaction.allowedVerbs.includes('writeOffLoan') ? (
        <Button variant="outlined" color="error" onClick={() => setWritingOff(true)}>
          {translate('rongqiao.financing.applications.verbs.writeOffLoan')}
        </Button>
      ) : null}
      {isWritingOff ? (
        <LoanReasonDialog
          transaction={transaction}
          verb="writeOffLoan"
          text={translate('rongqiao.financing.deals.loan.writeOff')}
          onClose={() => setWritingOff(false)}
        />
      ) : null}
    </>
  );
}
