import { Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { formatYuan } from '../../shared/format';
import { Section } from '../applications/Section';
import { RepaymentDialog } from './RepaymentDialog';

/** What was repaid of a loan and what is still owed; the bank records what arrives. */
export function RepaymentSection({ transaction }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const [isRecording, setRecording] = useState(false);
  const { amountFen, balanceFen, repayments } = transaction;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.repayments.${key}`, values);
  const repaidFen = amountFen - balanceFen;
  return (
    <Section
      title={word('title')}
      action={
        transaction.allowedVerbs.includes('recordRepayment') ? (
          <Button variant="outlined" onClick={() => setRecording(true)}>
            {word('record')}
          </Button>
        ) : undefined
      }
    >
      <Stack spacing={1}>
        <LinearProgress
          variant="determinate"
          value={(repaidFen / amountFen) * 100}
          aria-label={word('title')}
          sx={{ height: 8, borderRadius: 4 }}
        />
        <Typography>
          {balanceFen === 0 ? word('settled') : word('owed', { repaid: formatYuan(repaidFen), balance: formatYuan(balanceFen) })}
        </Typography>
        {repayments.length === 0 ? <Typography color="text.secondary">{word('none')}</Typography> : null}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {repayments.map(({ id, paidOn, principalFen, interestFen, feeFen, source }) => (
            <Box component="li" key={id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
              <Typography component="span" sx={{ mr: 2 }}>
                {paidOn}
              </Typography>
              <Typography component="span">
                {word('line', { principal: formatYuan(principalFen), interest: formatYuan(interestFen) })}
                {feeFen > 0 ? word('feePart', { fee: formatYuan(feeFen) }) : ''}
              </Typography>
              <Typography component="span" variant="body2" color="text.secondary">
                {' '}
                · {word(`sources.${source}`)}
              </Typography>
            </Box>
          ))}
        </Box>
      </Stack>
      {isRecording ? <RepaymentDialog transaction={transaction} onClose={() => setRecording(false)} /> : null}
    </Section>
  );
}
