import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction } from '../../generated/schema';
import { yuanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { formatInstant, formatYuan } from '../../shared/format';
import { Field, Refused } from '../../shared/Refused';
import { useRun } from '../useRun';

type Props = { transaction: Pick<MatchedTransaction, 'id' | 'version' | 'balanceFen' | 'disbursedOn'>; onClose: () => void };

/** The bank records what the firm has repaid, principal and interest apart. */
export function RepaymentDialog({ transaction, onClose }: Props) {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [paidOn, setPaidOn] = useState(today);
  const [principal, setPrincipal] = useState<number | null>(null);
  const [interest, setInterest] = useState<number | null>(null);
  const [fee, setFee] = useState<number | null>(null);
  const { run, isRunning, refusal } = useRun('transactions', 'recordRepayment', onClose);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.repayments.${key}`, values);
  const [principalFen, interestFen, feeFen] = [principal ?? 0, interest ?? 0, fee ?? 0];
  const isAbove = principalFen > transaction.balanceFen;
  const isWhole = Math.min(principalFen, interestFen, feeFen) >= 0 && principalFen + interestFen + feeFen > 0;
  const yuan = (fen: number) => translate('rongqiao.financing.offers.yuan', { amount: formatYuan(fen) });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{word('record')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Refused refusal={refusal}>
            <Field
              type="date"
              required
              name="paidOn"
              label={word('paidOn')}
              value={paidOn}
              onChange={event => setPaidOn(event.target.value)}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: transaction.disbursedOn, max: today } }}
            />
            <FigureField
              name="principalFen"
              label={word('principal')}
              unit={translate('rongqiao.products.units.yuan')}
              scale={yuanScale}
              value={principal}
              onChange={setPrincipal}
              isWrong={isAbove}
              helperText={isAbove ? word('above', { amount: yuan(transaction.balanceFen) }) : undefined}
            />
            <FigureField
              name="interestFen"
              label={word('interest')}
              unit={translate('rongqiao.products.units.yuan')}
              scale={yuanScale}
              value={interest}
              onChange={setInterest}
            />
            <FigureField
              name="feeFen"
              label={word('fee')}
              unit={translate('rongqiao.products.units.yuan')}
              scale={yuanScale}
              value={fee}
              onChange={setFee}
            />
            <Typography variant="body2" color="text.secondary">
              {isWhole && !isAbove ? word('balance', { amount: yuan(transaction.balanceFen - principalFen) }) : word('nothing')}
            </Typography>
          </Refused>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          loading={isRunning}
          disabled={!isWhole || isAbove || paidOn === ''}
          onClick={() =>
            void run({ id: transaction.id, version: transaction.version, input: { paidOn, principalFen, interestFen, feeFen } })
          }
        >
          {word('save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
