import { Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScoreItem } from '../../generated/schema';
import { useText } from '../../shared/useLocale';

const colours = { raised: 'success', lowered: 'error', neutral: 'default' } as const;
const bars = { raised: 'success.main', lowered: 'error.main', neutral: 'text.disabled' } as const;
const directionOf = (item: ScoreItem): keyof typeof colours =>
  item.direction === 'raised' || item.direction === 'lowered' ? item.direction : 'neutral';

/** One item: what it was worth between its least and most points, with zero marked, and why in a sentence. */
export function ScoreItemRow({ item }: { item: ScoreItem }) {
  const translate = useTranslate();
  const text = useText();
  const direction = directionOf(item);
  const signed = item.points > 0 ? `+${item.points}` : String(item.points);
  return (
    <Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h3" sx={{ fontWeight: 600, flex: 1, minWidth: 140 }}>
          {text(item.label)}
        </Typography>
        <Chip
          size="small"
          color={colours[direction]}
          variant="outlined"
          label={`${translate(`rongqiao.enterprises.score.direction.${direction}`)} ${translate('rongqiao.enterprises.score.pointsSigned', { points: signed })}`}
        />
      </Stack>
      <Bar item={item} colour={bars[direction]} />
      <Typography variant="body2">{text(item.text)}</Typography>
      <Typography variant="body2" color="text.secondary">
        {translate('rongqiao.enterprises.score.scaleFrom', { min: item.pointsMin, max: item.pointsMax })}
      </Typography>
    </Box>
  );
}

function Bar({ item, colour }: { item: ScoreItem; colour: string }) {
  const least = Math.min(item.pointsMin, 0);
  const most = Math.max(item.pointsMax, 0);
  const place = (points: number) => (most > least ? ((points - least) / (most - least)) * 100 : 0);
  const from = Math.min(place(0), place(item.points));
  const width = Math.abs(place(item.points) - place(0));
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 12, my: 0.75, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Box
        sx={{ position: 'absolute', left: `${from}%`, width: `${width}%`, height: '100%', borderRadius: 1, bgcolor: colour }}
      />
      <Box
        sx={{ position: 'absolute', left: `${place(0)}%`, top: -3, bottom: -3, width: 2, ml: '-1px', bgcolor: 'text.primary' }}
      />
    </Box>
  );
}
