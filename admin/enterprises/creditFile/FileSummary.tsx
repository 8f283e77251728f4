import { Box, Card, CardActionArea, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CreditFile } from '../../generated/schema';

type Part = 'score' | 'size' | 'classes' | 'facts';

/** The four figures of a file; each opens the part that explains it. */
export function FileSummary({ file, onOpen }: { file: CreditFile; onOpen: (part: Part) => void }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.file.summary.${key}`, values);
  const held = file.classes.filter(each => each.recordCount > 0);
  const newest = held.reduce((day, each) => (each.newestAsOf && each.newestAsOf > day ? each.newestAsOf : day), '');
  const known = file.facts.filter(fact => fact.isKnown).length;
  const { scorecard } = file;
  const figures: readonly { part: Part; value: string; note: string }[] = [
    {
      part: 'score',
      value: scorecard ? `${scorecard.points} ${translate('rongqiao.enterprises.score.points')}` : '—',
      note: scorecard ? translate(`rongqiao.enterprises.score.risk.${scorecard.riskLevel}`) : say('scoreNone'),
    },
    {
      part: 'size',
      value: translate(`rongqiao.enterprises.size.classes.${file.sizeClass.sizeClass}`),
      note: file.sizeClass.tableVersion,
    },
    {
      part: 'classes',
      value: say('classesValue', { held: held.length, all: file.classes.length }),
      note: newest ? say('newest', { day: newest }) : say('noData'),
    },
    {
      part: 'facts',
      value: say('factsValue', { known, all: file.facts.length }),
      note: translate('rongqiao.enterprises.facts.filter.unknown', { count: file.facts.length - known }),
    },
  ];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 2,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      {figures.map(({ part, value, note }) => (
        <Card key={part}>
          <CardActionArea
            onClick={() => onOpen(part)}
            sx={{ height: '100%', display: 'flex', flexDirection: 'column', alignItems: 'stretch', justifyContent: 'flex-start' }}
          >
            <CardContent sx={{ p: { xs: 1.5, sm: 2 } }}>
              <Typography variant="body2" color="text.secondary">
                {say(part)}
              </Typography>
              <Typography variant="h5" component="p" sx={{ my: 0.25 }}>
                {value}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {note}
              </Typography>
            </CardContent>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
}
