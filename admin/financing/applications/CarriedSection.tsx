import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { Said } from './Said';
import { Section } from './Section';

/** What the firm answered before it came to this bank: nobody has to ask for it again. */
export function CarriedSection({ application: { carriedCorrections } }: { application: Application }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.applications.carried.${key}`);
  if (carriedCorrections.length === 0) return null;
  return (
    <Section title={word('title')} lead={word('lead')}>
      <Stack spacing={1}>
        {carriedCorrections.flatMap(({ id, items, answers }) =>
          items.map(({ text }, place) => <Said key={`${id} ${text}`} name={text} text={answers?.[place] ?? ''} />),
        )}
      </Stack>
    </Section>
  );
}
