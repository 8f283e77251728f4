import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { MatchedTransaction, RiskClass } from '../../generated/schema';
import { FormDialog } from '../../shared/FormDialog';
import { Section } from '../applications/Section';
import { useRun } from '../useRun';

/** As the server has it. */
const noteMin = 10;
const worse = ['specialMention', 'substandard', 'doubtful', 'loss'] as const satisfies readonly RiskClass[];

/** The five-tier class of a loan and how it came about; the bank may class it worse than the rule. Nobody but the bank sees it. */
export function ClassSection({ transaction }: { transaction: MatchedTransaction }) {
  const translate = useTranslate();
  const [isClassing, setClassing] = useState(false);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.deals.classing.${key}`, values);
  const classWord = (riskClass: RiskClass | null) => translate(`rongqiao.financing.deals.classes.${riskClass}`);
  const { classChanges, riskClass, allowedVerbs } = transaction;
  return (
    <Section
      title={`${word('title')}: ${classWord(riskClass)}`}
      lead={word('lead')}
      action={
        allowedVerbs.includes('classLoan') ? (
          <Button variant="outlined" onClick={() => setClassing(true)}>
            {translate('rongqiao.financing.applications.verbs.classLoan')}
          </Button>
        ) : undefined
      }
    >
      {classChanges.length === 0 && riskClass === 'pass' ? <Typography color="text.secondary">{word('none')}</Typography> : null}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {classChanges.map(change => (
          <Typography component="li" variant="body2" key={change.id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            {[
              change.changedOn,
              classWord(change.riskClass),
              word('days', { days: change.daysPastDue }),
              change.bankClass ? word('byBank') : null,
              change.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        ))}
      </Box>
      {isClassing ? <ClassDialog transaction={transaction} onClose={() => setClassing(false)} /> : null}
    </Section>
  );
}

function ClassDialog({ transaction: { id, version }, onClose }: { transaction: MatchedTransaction; onClose: () => void }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<RiskClass | ''>('');
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('transactions', 'classLoan', onClose);
  const word = (key: string) => translate(`rongqiao.financing.deals.classing.${key}`);
  const verb = translate('rongqiao.financing.applications.verbs.classLoan');
  return (
    <FormDialog
      title={verb}
      text={word('text')}
      confirm={verb}
      isRunning={isRunning}
      isOff={note.trim().length < noteMin}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { riskClass: chosen || null, note: note.trim() } })}
      onClose={onClose}
    >
      <TextField
        select
        label={word('class')}
        value={chosen}
        onChange={event => setChosen(event.target.value as RiskClass | '')}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{word('asRule')}</MenuItem>
        {worse.map(each => (
          <MenuItem key={each} value={each}>
            {translate(`rongqiao.financing.deals.classes.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        multiline
        minRows={2}
        required
        label={word('note')}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
