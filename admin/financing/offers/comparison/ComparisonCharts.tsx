import { Box, Stack, ToggleButton, ToggleButtonGroup, Typography, useMediaQuery, useTheme } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ComparedOffer } from '../../../generated/schema';
import { axisWriting } from '../../../oversight/figure';
import { useVocabulary } from '../../../products/useVocabulary';
import { Drawing } from '../../../shared/Drawing';
import { useLocale } from '../../../shared/useLocale';
import { courseOption, type Look, partsOption } from './chartOptions';
import { letterOf, nameOf } from './comparison';

const figures = ['balance', 'cost'] as const;
type Figure = (typeof figures)[number];

/** All offers on common axes: what is owed or has been paid over the months, and what each costs by kind. */
export function ComparisonCharts({ offers }: { offers: readonly ComparedOffer[] }) {
  const { palette, typography } = useTheme();
  const isNarrow = useMediaQuery('(max-width: 599px)');
  const look: Look = useMemo(
    () => ({
      textColour: palette.text.secondary,
      lineColour: palette.divider,
      fontFamily: String(typography.fontFamily),
      isNarrow,
    }),
    [palette, typography, isNarrow],
  );
  return (
    <Box
      sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' } }}
    >
      <Courses offers={offers} look={look} />
      <Parts offers={offers} look={look} />
    </Box>
  );
}

type Props = { offers: readonly ComparedOffer[]; look: Look };

function Courses({ offers, look }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const [figure, setFigure] = useState<Figure>('balance');
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.offers.compare.charts.${key}`, values);
  const lines = offers.map((each, place) => ({
    name: nameOf(each, place),
    points: each.months.map(({ month, balanceFen, costFen }) => [month, figure === 'balance' ? balanceFen : costFen] as const),
  }));
  const writing = axisWriting(
    'fen',
    locale,
    lines.flatMap(({ points }) => points.map(([, fen]) => fen)),
  );
  return (
    <div>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
          {word('course')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={figure}
          aria-label={word('course')}
          onChange={(_, chosen: Figure | null) => setFigure(chosen ?? figure)}
        >
          {figures.map(each => (
            <ToggleButton key={each} value={each} sx={{ py: 0.25 }}>
              {word(each)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Stack>
      <Drawing
        option={courseOption(lines, writing, look, word('months'))}
        height={320}
        label={word(`${figure}Of`, { unit: writing.unit })}
      />
    </div>
  );
}

function Parts({ offers, look }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.offers.compare.charts.${key}`, values);
  const items = [...new Set(offers.flatMap(({ parts }) => parts.map(({ item }) => item)))];
  const parts = items.map(item => ({
    name: item === 'interest' ? word('interest') : labelOf('feeKinds', item),
    amounts: offers.map(each => each.parts.find(part => part.item === item)?.amountFen ?? 0),
  }));
  const writing = axisWriting(
    'fen',
    locale,
    parts.flatMap(({ amounts }) => amounts),
  );
  return (
    <div>
      <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {word('parts')}
      </Typography>
      <Drawing
        option={partsOption({ names: offers.map((_, place) => letterOf(place)), parts }, writing, look)}
        height={Math.max(180, 90 + offers.length * 40)}
        label={word('partsOf', { unit: writing.unit })}
      />
    </div>
  );
}
