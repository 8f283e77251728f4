import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { MeasureTable } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { Breakdown } from './breakdown/Breakdown';
import { Headline } from './headline/Headline';
import { Indicators } from './headline/Indicators';
import { extentDocument } from './operations';
import { PeriodPicker } from './PeriodPicker';
import { parametersOf, type Question, questionFrom } from './question';

type Extent = { deals: Pick<MeasureTable, 'from' | 'to' | 'totals'>; reported: Pick<MeasureTable, 'rows'> };

/** What regulators see of the city's financing: figures, charts and tables, never a firm. All of its state is in its address. */
export function StatisticsPage() {
  const translate = useTranslate();
  const extent = useAsk<Extent>(extentDocument);
  const [parameters, setParameters] = useSearchParams();
  const question = questionFrom(parameters);
  const ask = (next: Question) => setParameters(parametersOf(next), { replace: true });
  return (
    <Page title={translate('rongqiao.oversight.title')} lead={translate('rongqiao.oversight.lead')}>
      <Answered query={extent}>
        {({ deals, reported }) => (
          <Stack spacing={3}>
            <PeriodPicker
              from={question.from}
              to={question.to}
              extent={deals}
              hasDeals={deals.totals.some(({ value, isHidden }) => isHidden || value !== 0)}
              onChange={period => ask({ ...question, ...period })}
            />
            <Headline from={question.from} to={question.to} />
            <Breakdown question={question} onChange={ask} />
            <Indicators
              months={reported.rows.flatMap(({ keys, value, isHidden }) => (value !== null || isHidden ? (keys[0] ?? []) : []))}
              month={question.month}
              onChange={month => ask({ ...question, month })}
            />
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
