import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { daysBetween } from '../enterprises/creditFile/freshness';
import { Said } from '../financing/applications/Said';
import type { Objection } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { useText } from '../shared/useLocale';
import { VerbButtons } from '../shared/VerbButtons';
import { AnswerDialog } from './AnswerDialog';

const chipOf = {
  open: 'pending',
  corrected: 'finished',
  dismissed: 'checked',
  unresolved: 'waiting',
  withdrawn: 'withdrawn',
} as const;

/** One objection: which record, what is wrong with it, until when it is answered, and what it came to. */
export function ObjectionCard({ objection, isOwn }: { objection: Objection; isOwn: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.objections.${key}`, values);
  const [isAnswering, setAnswering] = useState(false);
  const { state, dataClassName, department, enterprise, answer, answeredAt, answeredBy, allowedVerbs } = objection;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {isOwn ? text(dataClassName) : enterprise.name}
            </Typography>
            <StateChip state={chipOf[state]} label={text(objection.stateLabel)} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {isOwn ? text(department) : `${text(dataClassName)} · ${text(department)}`} ·{' '}
            {word('raisedAt', { at: formatInstant(objection.raisedAt) })}
          </Typography>
          <Due objection={objection} />
          <Said name={word('statement')} text={objection.statement} />
          {answer && answeredAt ? (
            <Said name={word('answered', { by: answeredBy?.name ?? '', at: formatInstant(answeredAt) })} text={answer} />
          ) : null}
        </Box>
        <Box>
          {allowedVerbs.includes('answerObjection') ? (
            <Button variant="contained" onClick={() => setAnswering(true)}>
              {word('answer')}
            </Button>
          ) : null}
          <VerbButtons
            resource="objections"
            record={objection}
            verbs={{
              withdrawObjection: {
                label: 'rongqiao.objections.withdraw',
                consequence: 'rongqiao.objections.withdrawText',
              },
            }}
          />
        </Box>
      </Stack>
      {isAnswering ? <AnswerDialog objection={objection} onClose={() => setAnswering(false)} /> : null}
    </Paper>
  );
}

function Due({ objection: { state, dueOn, isOverdue } }: { objection: Objection }) {
  const translate = useTranslate();
  if (state !== 'open') return null;
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const days = daysBetween(today, dueOn);
  return (
    <Typography
      variant="body2"
      color={isOverdue ? 'error' : days <= 5 ? 'warning.main' : undefined}
      sx={{ mt: 1, fontWeight: 600 }}
    >
      {translate('rongqiao.objections.due', { day: dueOn })} ·{' '}
      {isOverdue ? translate('rongqiao.objections.overdue') : translate('rongqiao.objections.dueIn', { smart_count: days })}
    </Typography>
  );
}
