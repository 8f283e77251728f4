import HourglassBottomOutlined from '@mui/icons-material/HourglassBottomOutlined';
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined';
import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AuthorisationAdvice, Door } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { Advice } from './Advice';
import { doorsDocument } from './operations';
import { ProductNames } from './ProductNames';
import type { Asked } from './request';

type Answer = { doors: readonly Door[]; matches: { advice: readonly AuthorisationAdvice[] } };

/** What would open more doors: data to authorise, and the single steps that open the most products. */
export function Doors({ asked: { request, on } }: { asked: Asked }) {
  const translate = useTranslate();
  const query = useAsk<Answer>(doorsDocument, { request, on });
  return (
    <Answered query={query}>
      {({ doors, matches }) => (
        <Box aria-busy={query.isFetching}>
          <Advice advice={matches.advice} />
          <Typography color="text.secondary" sx={{ mb: 2, maxWidth: 860 }}>
            {translate('rongqiao.matches.doors.lead')}
          </Typography>
          {doors.length === 0 ? (
            <Empty title={translate('rongqiao.matches.doors.none')} hint={translate('rongqiao.matches.doors.noneHint')} />
          ) : null}
          <Stack spacing={1.5}>
            {thingsOf(doors).map(steps => (
              <Thing key={steps.map(({ text }) => text.zh).join()} steps={steps} />
            ))}
          </Stack>
        </Box>
      )}
    </Answered>
  );
}

/** Steps that follow one another about the same thing, from the same value, together; each member of a set is its own thing. */
function thingsOf(doors: readonly Door[]): readonly (readonly Door[])[] {
  const things: Door[][] = [];
  for (const door of doors) {
    const last = things.at(-1);
    const before = last?.at(-1);
    if (last && before?.attr === door.attr && before.opens.length < door.opens.length) last.push(door);
    else things.push([door]);
  }
  return things;
}

const icons = {
  act: <TrendingUpOutlined color="success" />,
  wait: <HourglassBottomOutlined color="info" />,
};

function Thing({ steps }: { steps: readonly Door[] }) {
  const translate = useTranslate();
  const text = useText();
  const [first] = steps;
  if (!first) return null;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction="row" spacing={1.5}>
        {icons[first.kind]}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h3">
              {text(first.label)}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {translate('rongqiao.matches.doors.now', { value: text(first.nowText) })} ·{' '}
              {translate(`rongqiao.matches.doors.${first.kind}`)}
            </Typography>
          </Stack>
          <Stack spacing={1.5} sx={{ mt: 1 }}>
            {steps.map(step => (
              <Step key={step.text.zh} step={step} />
            ))}
          </Stack>
        </Box>
      </Stack>
    </Paper>
  );
}

function Step({ step }: { step: Door }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Box sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
      <Typography>
        {text(step.text)}
        {translate('rongqiao.shared.colon')}
        <strong>{translate('rongqiao.matches.doors.opens', { smart_count: step.opens.length })}</strong>
        {step.closes > 0 ? translate('rongqiao.matches.doors.closes', { smart_count: step.closes }) : ''}
      </Typography>
      <ProductNames products={step.opens} total={step.opens.length} />
    </Box>
  );
}
