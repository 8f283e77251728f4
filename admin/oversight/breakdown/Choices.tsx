import { Box, FormControlLabel, Stack, Switch, Tab, Tabs, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Measure } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import type { Question } from '../question';
import { topicNames, topicOf } from '../topics';

type Props = {
  question: Question;
  /** The measures of the topic. */
  offered: readonly Measure[];
  /** Those of them that can be broken down as asked. */
  possible: readonly Measure[];
  chosen: Measure | undefined;
  onChange: (question: Question) => void;
};

/** What is counted, by what it is broken down, and which measure the chart draws. */
export function Choices({ question, offered, possible, chosen, onChange }: Props) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string) => translate(`rongqiao.oversight.breakdown.${key}`);
  const { dimensions } = topicOf(question.topic);
  const dimensionLabels = new Map(
    offered.flatMap(measure => measure.dimensions.map(({ name, label }) => [name, label] as const)),
  );
  const mayBeMonthly =
    question.by !== 'month' &&
    offered.some(measure => ['month', question.by].every(by => measure.dimensions.some(({ name }) => name === by)));
  return (
    <Stack spacing={1.5}>
      <Tabs
        value={question.topic}
        onChange={(_, topic: Question['topic']) =>
          onChange({ ...question, topic, by: topicOf(topic).dimensions[0] ?? 'month', measure: '', isByMonth: false })
        }
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={word('topic')}
      >
        {topicNames.map(topic => (
          <Tab key={topic} value={topic} label={word(`topics.${topic}`)} />
        ))}
      </Tabs>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 3, rowGap: 1.5, alignItems: 'center' }}>
        {dimensions.length > 1 ? (
          <OneOf
            label={word('by')}
            value={question.by}
            options={dimensions.map(name => ({ id: name, name: text(dimensionLabels.get(name)) }))}
            onChange={by => onChange({ ...question, by: dimensions.find(name => name === by) ?? question.by })}
          />
        ) : null}
        {mayBeMonthly ? (
          <FormControlLabel
            control={
              <Switch
                size="small"
                checked={question.isByMonth}
                onChange={(_, isByMonth) => onChange({ ...question, isByMonth })}
              />
            }
            label={word('byMonth')}
          />
        ) : null}
      </Stack>
      {possible.length > 1 ? (
        <OneOf
          label={word('measure')}
          value={chosen?.name ?? ''}
          options={possible.map(({ name, label }) => ({ id: name, name: text(label) }))}
          onChange={measure => onChange({ ...question, measure })}
        />
      ) : null}
    </Stack>
  );
}

type OneOfProps = {
  label: string;
  value: string;
  options: readonly { readonly id: string; readonly name: string }[];
  onChange: (id: string) => void;
};

const OneOf = ({ label, value, options, onChange }: OneOfProps) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center', minWidth: 0 }}>
    <Typography variant="body2" color="text.secondary">
      {label}
    </Typography>
    <ToggleButtonGroup
      exclusive
      size="small"
      color="primary"
      value={value}
      onChange={(_, id: string | null) => id && onChange(id)}
      aria-label={label}
      sx={{ flexWrap: 'wrap' }}
    >
      {options.map(({ id, name }) => (
        <ToggleButton key={id} value={id} sx={{ py: 0.5, px: 1.25, textTransform: 'none' }}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  </Box>
);
