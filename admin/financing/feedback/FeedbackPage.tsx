import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { MatchedTransaction } from '../../generated/schema';
import { Answered, Failed } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { feedbackDocument } from '../operations';
import { useIdempotencyKey } from '../useIdempotencyKey';
import { useRun } from '../useRun';
import { type Draft, emptyDraft, hasDue, rowOf } from './draft';
import { FeedbackRow } from './FeedbackRow';

type Answer = { transactions: { total: number; items: readonly MatchedTransaction[] } };

/** The month before the one that today lies in. */
const monthBefore = (today: string): string =>
  new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7);

/** What was repaid in a month, of many loans at once: those of which it is not yet reported. */
export function FeedbackPage() {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const [month, setMonth] = useState(monthBefore(today));
  const query = useAsk<Answer>(feedbackDocument, {
    month,
    list: { perPage: 25, sort: 'disbursedOn', filter: { unreportedFor: month } },
  });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.feedback.${key}`, values);
  return (
    <Page
      title={word('title')}
      lead={word('lead')}
      actions={
        <Button component={Link} to="/imports/new" startIcon={<UploadFileOutlined />}>
          {word('import')}
        </Button>
      }
    >
      <Stack spacing={2}>
        <TextField
          type="month"
          label={word('month')}
          value={month}
          onChange={event => setMonth(event.target.value || monthBefore(today))}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today.slice(0, 7) } }}
          fullWidth={false}
          sx={{ width: 220 }}
        />
        <Answered query={query}>
          {({ transactions }) =>
            transactions.items.length === 0 ? (
              <Empty title={word('done.title', { month })} hint={word('done.hint')} />
            ) : (
              <Report key={month} month={month} today={today} onSent={() => void query.refetch()} {...transactions} />
            )
          }
        </Answered>
      </Stack>
    </Page>
  );
}

type Props = Answer['transactions'] & { month: string; today: string; onSent: () => void };

function Report({ items, total, month, today, onSent }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const { key, renew } = useIdempotencyKey();
  const word = (wanted: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.feedback.${wanted}`, values);
  const { run, isRunning, refusal } = useRun('transactions', 'reportRepayments', () => {
    notify(word('sent', { count: rows.length }), { type: 'success' });
    setDrafts({});
    renew();
    onSent();
  });
  const draftOf = ({ id, dueUntil }: MatchedTransaction) => drafts[id] ?? emptyDraft(dueUntil, month, today);
  const rows = items.flatMap(loan => rowOf(loan.id, draftOf(loan), loan.dueUntil) ?? []);
  const payAll = () =>
    setDrafts(
      Object.fromEntries(
        items.map(loan => [
          loan.id,
          { ...draftOf(loan), how: hasDue(loan.dueUntil) ? ('asDue' as const) : ('nothing' as const) },
        ]),
      ),
    );
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={payAll}>
          {word('allAsDue')}
        </Button>
        <Button
          variant="contained"
          loading={isRunning}
          disabled={rows.length === 0}
          onClick={() => void run({ input: { month, rows }, idempotencyKey: key })}
        >
          {word('send', { count: rows.length })}
        </Button>
      </Stack>
      {refusal ? <Failed error={refusal} /> : null}
      {items.map(loan => (
        <FeedbackRow
          key={loan.id}
          loan={loan}
          month={month}
          today={today}
          draft={draftOf(loan)}
          onChange={draft => setDrafts({ ...drafts, [loan.id]: draft })}
        />
      ))}
      {total > items.length ? (
        <Typography color="text.secondary">{word('more', { count: total - items.length })}</Typography>
      ) : null}
    </Stack>
  );
}
