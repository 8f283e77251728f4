import { Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Measure, MeasureTable } from '../../generated/schema';
import { Answered, Failed } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { Chart } from '../chart/Chart';
import { Notes } from '../Notes';
import { measuresDocument } from '../operations';
import { groupingOf, type Question } from '../question';
import { Section } from '../Section';
import { topicOf } from '../topics';
import { useTables } from '../useTables';
import { BreakdownTable } from './BreakdownTable';
import { Choices } from './Choices';
import { Definitions } from './Definitions';
import { ExportButtons } from './ExportButtons';
import { untilLastFilled } from './lines';
import { MonthlyTable } from './MonthlyTable';

type Props = { question: Question; onChange: (question: Question) => void };

/** Figures by month, bank, county, label or channel: chosen above, then as a chart, a table and a file. */
export function Breakdown({ question, onChange }: Props) {
  const translate = useTranslate();
  const registry = useAsk<{ measures: readonly Measure[] }>(measuresDocument);
  return (
    <Answered query={registry}>
      {({ measures }) => {
        const groupBy = groupingOf(question);
        const offered = topicOf(question.topic).measures.flatMap(name => measures.find(measure => measure.name === name) ?? []);
        const possible = offered.filter(({ dimensions }) => groupBy.every(by => dimensions.some(({ name }) => name === by)));
        const chosen = possible.find(({ name }) => name === question.measure) ?? possible[0];
        return (
          <Section
            title={translate('rongqiao.oversight.breakdown.title')}
            lead={translate('rongqiao.oversight.breakdown.lead')}
            actions={chosen ? <ExportButtons name={chosen.name} groupBy={groupBy} from={question.from} to={question.to} /> : null}
          >
            <Paper sx={{ p: { xs: 1.5, sm: 2 } }}>
              <Stack spacing={2}>
                <Choices question={question} offered={offered} possible={possible} chosen={chosen} onChange={onChange} />
                {chosen ? <Figures question={question} measures={possible} chosen={chosen} onChange={onChange} /> : null}
              </Stack>
            </Paper>
          </Section>
        );
      }}
    </Answered>
  );
}

type FiguresProps = Props & { measures: readonly Measure[]; chosen: Measure };

function Figures({ question, measures, chosen, onChange }: FiguresProps) {
  const translate = useTranslate();
  const asked = question.isByMonth ? [chosen] : measures;
  const { tables, error, isFetching, refetch } = useTables(
    asked.map(({ name }) => name),
    { groupBy: groupingOf(question), from: question.from || null, to: question.to || null },
  );
  if (error) return <Failed error={error} onRetry={refetch} />;
  return (
    <div aria-busy={isFetching}>
      {tables ? (
        <Shown
          tables={question.to ? tables : untilLastFilled(tables)}
          chosen={chosen}
          dimension={chosen.dimensions.find(({ name }) => name === question.by)}
          onChoose={measure => onChange({ ...question, measure })}
        />
      ) : (
        <Typography color="text.secondary" sx={{ minHeight: 400 }}>
          {translate('ra.page.loading')}
        </Typography>
      )}
    </div>
  );
}

type ShownProps = {
  tables: readonly MeasureTable[];
  chosen: Measure;
  dimension: Measure['dimensions'][number] | undefined;
  onChoose: (measure: string) => void;
};

function Shown({ tables, chosen, dimension, onChoose }: ShownProps) {
  const translate = useTranslate();
  const text = useText();
  const drawn = tables.find(({ measure }) => measure.name === chosen.name) ?? tables[0];
  if (!drawn || drawn.rows.length === 0)
    return (
      <Empty title={translate('rongqiao.oversight.breakdown.empty')} hint={translate('rongqiao.oversight.breakdown.emptyHint')} />
    );
  const by = text(dimension?.label);
  const isMonthly = drawn.groupBy.length > 1;
  return (
    <Stack spacing={2}>
      <Chart table={drawn} label={translate('rongqiao.oversight.breakdown.chart', { measure: text(chosen.label), by })} />
      {isMonthly ? (
        <MonthlyTable table={drawn} heading={translate('rongqiao.oversight.breakdown.month')} />
      ) : (
        <BreakdownTable tables={tables} chosen={chosen.name} heading={by} onChoose={onChoose} />
      )}
      <Notes tables={tables} />
      <Definitions measures={tables.map(({ measure }) => measure)} isByLabel={dimension?.name === 'label'} />
    </Stack>
  );
}
