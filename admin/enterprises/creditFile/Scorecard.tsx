import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined';
import { Alert, Box, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Scorecard as Score } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { useText } from '../../shared/useLocale';
import { ScoreItemRow } from './ScoreItemRow';

const riskColours = { low: 'success', medium: 'warning', high: 'error' } as const;
const colourOf = (level: string) => riskColours[level as keyof typeof riskColours] ?? 'default';

/** The score with the points of every item, and what would raise it, the greatest gain first. */
export function Scorecard({ score }: { score: Score | null }) {
  const translate = useTranslate();
  const text = useText();
  if (!score)
    return (
      <Empty
        title={translate('rongqiao.enterprises.score.none.title')}
        hint={translate('rongqiao.enterprises.score.none.hint')}
      />
    );
  const gains = score.items
    .flatMap(item => (item.nextBin ? [{ item, gain: item.nextBin.gainPoints }] : []))
    .sort((a, b) => b.gain - a.gain);
  return (
    <Stack spacing={2}>
      <Paper sx={{ p: { xs: 2, sm: 3 } }}>
        <Typography variant="h5" component="h2">
          {translate('rongqiao.enterprises.score.title')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 2, maxWidth: 760 }}>
          {translate('rongqiao.enterprises.score.about')}
        </Typography>
        <Total score={score} />
        {score.missing.length > 0 ? (
          <Alert severity="info" sx={{ mt: 2 }}>
            {translate('rongqiao.enterprises.score.missing', { smart_count: score.missing.length })}
          </Alert>
        ) : null}
      </Paper>
      <Paper sx={{ p: { xs: 2, sm: 3 } }}>
        <Typography variant="h6" component="h2" gutterBottom>
          {translate('rongqiao.enterprises.score.change')}
        </Typography>
        {gains.length === 0 && score.missing.length === 0 ? (
          <Typography>{translate('rongqiao.enterprises.score.best')}</Typography>
        ) : null}
        <Stack component="ol" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {gains.map(({ item, gain }) => (
            <Stack key={item.key} component="li" direction="row" spacing={1.5} sx={{ alignItems: 'flex-start' }}>
              <TrendingUpOutlined color="success" />
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 600 }}>
                  {text(item.label)} · {translate('rongqiao.enterprises.score.gain', { points: gain })}
                </Typography>
                <Typography variant="body2" color="text.secondary">
                  {text(item.text)}
                </Typography>
              </Box>
            </Stack>
          ))}
        </Stack>
      </Paper>
      <Paper sx={{ p: { xs: 2, sm: 3 } }}>
        <Typography variant="h6" component="h2" gutterBottom>
          {translate('rongqiao.enterprises.score.items')}
        </Typography>
        <Stack spacing={2.5}>
          {score.items.map(item => (
            <ScoreItemRow key={item.key} item={item} />
          ))}
        </Stack>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {sumOf(score, translate('rongqiao.enterprises.score.base', { points: score.basePoints }))}
        </Typography>
      </Paper>
    </Stack>
  );
}

const signed = (points: number): string => (points < 0 ? `− ${-points}` : `+ ${points}`);

/** The addition that the score is: base points, each item, total. */
const sumOf = (score: Score, base: string): string =>
  `${base} ${score.items.map(item => signed(item.points)).join(' ')} = ${score.points}`;

function Total({ score }: { score: Score }) {
  const translate = useTranslate();
  const min = score.items.reduce((sum, item) => sum + item.pointsMin, score.basePoints);
  const max = score.items.reduce((sum, item) => sum + item.pointsMax, score.basePoints);
  const place = max > min ? ((score.points - min) / (max - min)) * 100 : 0;
  const range = translate('rongqiao.enterprises.score.range', { min, max });
  return (
    <>
      <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography component="p" sx={{ fontSize: '2.75rem', fontWeight: 700, lineHeight: 1 }}>
          {score.points}
          <Box component="span" sx={{ fontSize: '1rem', fontWeight: 400, ml: 0.5 }}>
            {translate('rongqiao.enterprises.score.points')}
          </Box>
        </Typography>
        <Chip color={colourOf(score.riskLevel)} label={translate(`rongqiao.enterprises.score.risk.${score.riskLevel}`)} />
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.enterprises.score.probability', { percent: (score.probabilityOfDefault * 100).toFixed(1) })}
        </Typography>
      </Stack>
      <Box
        aria-hidden
        sx={{
          position: 'relative',
          height: 10,
          borderRadius: 5,
          mt: 2,
          background: 'linear-gradient(90deg, #e7b7b3, #ecd9b8, #b6d8c3)',
        }}
      >
        <Box
          sx={{
            position: 'absolute',
            left: `${place}%`,
            top: -4,
            width: 6,
            height: 18,
            ml: '-3px',
            borderRadius: 3,
            bgcolor: 'text.primary',
            border: '1px solid #fff',
          }}
        />
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {range}
      </Typography>
    </>
  );
}
