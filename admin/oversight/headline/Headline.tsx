import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { InsuranceFigures, LabelFigures } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { useAsk } from '../../shared/useAsk';
import { headlineDocument } from '../operations';
import { Section } from '../Section';
import { DealFigures, type DealTables } from './DealFigures';
import { InsuranceCards, LabelCards } from './RedFigures';

type Answer = DealTables & { redCredit: LabelFigures; redInsurance: InsuranceFigures };

/** The figures that the city publishes: what the platform has brought about, and what red credit and red insurance stand for. */
export function Headline({ from, to }: { from: string; to: string }) {
  const translate = useTranslate();
  const query = useAsk<Answer>(headlineDocument, { from: from || null, to: to || null });
  const word = (key: string, options?: object) => translate(`rongqiao.oversight.headline.${key}`, options);
  return (
    <Answered query={query}>
      {({ redCredit, redInsurance, ...deals }) => (
        <Stack spacing={2.5} aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
          <Section title={word('deals')} lead={word('dealsLead')}>
            <DealFigures tables={deals} />
          </Section>
          <Stack direction={{ xs: 'column', md: 'row' }} spacing={2.5} sx={{ '& > *': { flex: 1, minWidth: 0 } }}>
            <Section title={word('redCredit')} lead={word('endOf', { month: redCredit.month })}>
              <LabelCards figures={redCredit} />
            </Section>
            <Section title={word('redInsurance')} lead={word('endOf', { month: redInsurance.month })}>
              <InsuranceCards figures={redInsurance} />
            </Section>
          </Stack>
        </Stack>
      )}
    </Answered>
  );
}
