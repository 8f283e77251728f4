import { Box, Button, Stack, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../financing/applications/Section';
import { useRun } from '../../financing/useRun';
import type { Compensation, Guarantee } from '../../generated/schema';
import { wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount, formatInstant, formatYuan } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';

const useWord = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.compensation.${key}`, values);
};

/** What became of the loss of a guaranteed loan: claimed, paid by whom, and what came back. */
export function CompensationSection({ guarantee }: { guarantee: Guarantee }) {
  const word = useWord();
  const [open, setOpen] = useState<'claim' | 'pay' | 'recover' | null>(null);
  const { compensation, mayClaim, overdueDays } = guarantee;
  const close = () => setOpen(null);
  if (!compensation && !mayClaim) return null;
  const may = (verb: string) => compensation?.allowedVerbs.includes(verb) ?? false;
  const action = mayClaim ? (
    <Button variant="contained" onClick={() => setOpen('claim')}>
      {word('verbs.claimCompensation')}
    </Button>
  ) : may('payCompensation') ? (
    <Button variant="contained" onClick={() => setOpen('pay')}>
      {word('verbs.payCompensation')}
    </Button>
  ) : may('recordRecovery') ? (
    <Button variant="outlined" onClick={() => setOpen('recover')}>
      {word('verbs.recordRecovery')}
    </Button>
  ) : undefined;
  return (
    <Section title={word('title')} lead={word('lead')} action={action}>
      {compensation ? (
        <Fall compensation={compensation} />
      ) : (
        <Typography>{word('mayClaim', { smart_count: overdueDays ?? 0 })}</Typography>
      )}
      {open === 'claim' ? (
        <PlainDialog verb="claimCompensation" record={guarantee} onClose={close} />
      ) : open === 'pay' && compensation ? (
        <PlainDialog verb="payCompensation" record={compensation} onClose={close} />
      ) : open === 'recover' && compensation ? (
        <RecoveryDialog compensation={compensation} onClose={close} />
      ) : null}
    </Section>
  );
}

function Fall({ compensation: { lossFen, overdueDays, claimedOn, paidOn, parts, recoveries } }: { compensation: Compensation }) {
  const word = useWord();
  const translate = useTranslate();
  const locale = useLocale();
  const recoveredFen = recoveries.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <Stack spacing={1.5}>
      <Typography>
        {word('claimed', { amount: formatAmount(lossFen, locale), day: claimedOn, smart_count: overdueDays })}{' '}
        {paidOn ? word('paid', { day: paidOn }) : word('notPaid')}
      </Typography>
      {parts.length > 0 ? (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap', px: { xs: 1, sm: 2 } } }}>
            <TableHead>
              <TableRow>
                <TableCell>{word('columns.party')}</TableCell>
                <TableCell align="right">{word('columns.bears')}</TableCell>
                <TableCell align="right">{word('columns.recovered')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {parts.map(({ place, role, name, isFromPool, owedFen, paidFen, recoveredFen: back }) => (
                <TableRow key={place}>
                  <TableCell>
                    {translate(`rongqiao.guarantees.roles.${role ?? 'firstLoss'}`)} · {name}
                    {isFromPool ? (
                      <Typography component="span" variant="body2" color="text.secondary">
                        {' '}
                        {word('fromPool')}
                      </Typography>
                    ) : null}
                  </TableCell>
                  <TableCell align="right">
                    {formatYuan(paidFen)}
                    {paidFen === owedFen ? '' : ` (${word('owed', { amount: formatYuan(owedFen) })})`}
                  </TableCell>
                  <TableCell align="right">{back === 0 ? '—' : formatYuan(back)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      ) : null}
      {recoveries.map(({ id, amountFen, recoveredOn, note }) => (
        <Typography key={id} variant="body2" color="text.secondary">
          {word('recovery', { day: recoveredOn, amount: formatAmount(amountFen, locale) })}
          {note ? ` · ${note}` : ''}
        </Typography>
      ))}
      {parts.length > 0 ? (
        <Typography variant="body2">{word('open', { amount: formatAmount(lossFen - recoveredFen, locale) })}</Typography>
      ) : null}
    </Stack>
  );
}

type PlainProps = {
  verb: 'claimCompensation' | 'payCompensation';
  record: { readonly id: string; readonly version: number };
  onClose: () => void;
};

function PlainDialog({ verb, record: { id, version }, onClose }: PlainProps) {
  const word = useWord();
  const { run, isRunning, refusal } = useRun('guarantees', verb, onClose);
  return (
    <FormDialog
      title={word(`verbs.${verb}`)}
      text={word(`consequences.${verb}`)}
      confirm={word(`verbs.${verb}`)}
      isRunning={isRunning}
      refusal={refusal}
      onConfirm={() => void run({ id, version })}
      onClose={onClose}
    />
  );
}

function RecoveryDialog({ compensation: { id, version }, onClose }: { compensation: Compensation; onClose: () => void }) {
  const word = useWord();
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [amountFen, setAmountFen] = useState<number | null>(null);
  const [recoveredOn, setOn] = useState(today);
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('guarantees', 'recordRecovery', onClose);
  return (
    <FormDialog
      title={word('verbs.recordRecovery')}
      text={word('consequences.recordRecovery')}
      confirm={word('verbs.recordRecovery')}
      isRunning={isRunning}
      isOff={!amountFen || amountFen < 0}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { amountFen, recoveredOn, note: note.trim() || null } })}
      onClose={onClose}
    >
      <FigureField
        label={word('amount')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={amountFen}
        onChange={setAmountFen}
        isRequired
      />
      <TextField
        type="date"
        required
        label={word('on')}
        value={recoveredOn}
        onChange={event => setOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
      />
      <TextField label={word('note')} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
