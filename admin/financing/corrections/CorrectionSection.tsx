import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application, Correction } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { Said } from '../applications/Said';
import { Section } from '../applications/Section';

/** What the bank asked the firm to put right, and what the firm answered; nothing while nothing was asked. */
export function CorrectionSection({ application: { corrections } }: { application: Application }) {
  const translate = useTranslate();
  if (corrections.length === 0) return null;
  return (
    <Section title={translate('rongqiao.financing.corrections.title')}>
      {[...corrections]
        .sort((one, other) => other.number - one.number)
        .map(correction => (
          <Asked key={correction.id} correction={correction} />
        ))}
    </Section>
  );
}

function Asked({ correction: { number, items, note, askedAt, answers, answeredAt } }: { correction: Correction }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.corrections.${key}`, values);
  return (
    <Box sx={{ '& + &': { mt: 2 } }}>
      <Typography variant="body2" color="text.secondary">
        {word('asked', { number, at: formatInstant(askedAt) })}
        {answeredAt ? ` · ${word('answered', { at: formatInstant(answeredAt) })}` : ''}
      </Typography>
      {note ? <Said name={word('note')} text={note} /> : null}
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {items.map(({ kind, text }, place) => (
          <Box component="li" key={`${kind} ${text}`} sx={{ py: 0.75 }}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              <strong>{text}</strong>{' '}
              <Typography component="span" variant="body2" color="text.secondary">
                {word(`kinds.${kind}`)}
              </Typography>
            </Typography>
            {answers ? (
              <Said name={word('answerIs')} text={answers[place] ?? ''} />
            ) : (
              <Typography variant="body2" color="warning.main">
                {word('open')}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
