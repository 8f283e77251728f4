import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Said } from '../financing/applications/Said';
import type { VerdictReview } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { useText } from '../shared/useLocale';
import { VerbButtons } from '../shared/VerbButtons';
import { AnswerDialog } from './AnswerDialog';

const chipOf = { open: 'pending', upheld: 'rejected', admitted: 'active', withdrawn: 'withdrawn' } as const;

/** One review: whose, of which product, what the engine found, until when it is answered, and what it came to. */
export function ReviewCard({ review, isOwn }: { review: VerdictReview; isOwn: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.verdictReviews.${key}`, values);
  const [isAnswering, setAnswering] = useState(false);
  const { state, enterprise, institution, productName, answer, answeredAt, reason } = review;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {isOwn ? productName : enterprise.name}
            </Typography>
            <StateChip state={chipOf[state]} label={text(review.stateLabel)} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {isOwn ? institution.name : productName} · {word('asked', { at: formatInstant(review.askedAt) })}
          </Typography>
          {state === 'open' ? (
            <Typography variant="body2" color={review.isOverdue ? 'error' : undefined} sx={{ mt: 1, fontWeight: 600 }}>
              {word('due', { day: review.dueOn })}
              {review.isOverdue ? ` · ${word('overdue')}` : ''}
            </Typography>
          ) : null}
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
            {word('clauses')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {review.clauses.map(clause => (
              <Typography key={clause.path} component="li">
                {text(clause.text)}
              </Typography>
            ))}
          </Box>
          <Said name={word('statement')} text={review.statement} sx={{ mt: 1.5 }} />
          {reason ? <Said name={word('reason')} text={text(reason)} sx={{ mt: 1.5 }} /> : null}
          {answer && answeredAt ? (
            <Said name={word('answered', { at: formatInstant(answeredAt) })} text={answer} sx={{ mt: 1.5 }} />
          ) : null}
        </Box>
        <Box>
          {review.allowedVerbs.includes('answerVerdictReview') ? (
            <Button variant="contained" onClick={() => setAnswering(true)}>
              {word('answer.title')}
            </Button>
          ) : null}
          <VerbButtons
            resource="verdictReviews"
            record={review}
            verbs={{
              withdrawVerdictReview: {
                label: 'rongqiao.verdictReviews.withdraw',
                consequence: 'rongqiao.verdictReviews.withdrawText',
              },
            }}
          />
        </Box>
      </Stack>
      {isAnswering ? <AnswerDialog review={review} onClose={() => setAnswering(false)} /> : null}
    </Paper>
  );
}
