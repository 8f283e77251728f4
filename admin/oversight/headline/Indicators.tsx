import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Indicators as IndicatorsAnswer } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale, useText } from '../../shared/useLocale';
import { Disclosed } from '../Disclosed';
import { formatFigure } from '../figure';
import { MonthField } from '../MonthField';
import { indicatorsDocument } from '../operations';
import { Section } from '../Section';
import { FigureCards } from './FigureCards';

type Props = {
  /** The months that banks have reported, in order. */
  months: readonly string[];
  /** The month that is shown; empty: the last of them. */
  month: string;
  onChange: (month: string) => void;
};

/** The indicators of one month, from what the banks reported of it. */
export function Indicators({ months, month, onChange }: Props) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.oversight.indicators.${key}`);
  const shown = month || (months.at(-1) ?? '');
  return (
    <Section
      title={word('title')}
      lead={word('lead')}
      actions={shown ? <MonthField label={word('month')} value={shown} months={months} onChange={onChange} /> : null}
    >
      {shown ? <OfMonth month={shown} /> : <Empty title={word('empty')} hint={word('emptyHint')} />}
    </Section>
  );
}

function OfMonth({ month }: { month: string }) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const query = useAsk<{ indicators: IndicatorsAnswer }>(indicatorsDocument, { month });
  return (
    <Answered query={query}>
      {({ indicators: { items, asOf, banksReported, banksAtWork } }) => (
        <Stack spacing={1} aria-busy={query.isFetching} sx={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
          <FigureCards
            widthMin={240}
            figures={items.map(({ measure, ...figure }) => ({
              term: text(measure.label),
              value: <Disclosed figure={figure} write={value => formatFigure(value, measure.unit, locale)} />,
              note: text(measure.definition),
            }))}
          />
          <Typography variant="body2" color="text.secondary">
            {translate('rongqiao.oversight.indicators.reported', { reported: banksReported, atWork: banksAtWork })}{' '}
            {translate('rongqiao.oversight.asOf', { moment: formatInstant(asOf) })}
          </Typography>
        </Stack>
      )}
    </Answered>
  );
}
