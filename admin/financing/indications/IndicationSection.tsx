import { Alert, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { formatAmount, formatInstant, formatRate } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { Said } from '../applications/Said';
import { Section } from '../applications/Section';

/** What the bank could imagine to lend, never without the words that it binds nobody; nothing while it has said nothing. */
export function IndicationSection({ application: { indications } }: { application: Application }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.indications.${key}`, values);
  if (indications.length === 0) return null;
  return (
    <Section title={word('title')}>
      <Alert severity="warning" sx={{ mb: 1.5 }}>
        {word('notBinding')}
      </Alert>
      {[...indications].reverse().map(({ id, amountFen, rateBpsMin, rateBpsMax, note, createdAt }) => (
        <div key={id}>
          <Typography>
            {word('says', {
              amount: formatAmount(amountFen, locale),
              rates: rateBpsMin === rateBpsMax ? formatRate(rateBpsMin) : `${formatRate(rateBpsMin)} – ${formatRate(rateBpsMax)}`,
            })}{' '}
            <Typography component="span" variant="body2" color="text.secondary">
              {formatInstant(createdAt)}
            </Typography>
          </Typography>
          {note ? <Said name={word('note')} text={note} /> : null}
        </div>
      ))}
    </Section>
  );
}
