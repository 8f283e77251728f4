import { Alert, Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SizeFinding as Finding } from '../../generated/schema';
import { formatAmount, formatCount } from '../../shared/format';
import { useLocale, useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { Figures } from '../Figures';

/** The size class with the figures that it was decided on, the rule, and what is missing to tell it. */
export function SizeFinding({ finding }: { finding: Finding }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.size.${key}`, values);
  const absent = say('notUsed');
  const { employees, revenueFen, assetsFen } = finding;
  const figures = [
    { term: say('industry'), value: [finding.industryCode, text(finding.industry)].filter(Boolean).join(' ') || absent },
    { term: say('employees'), value: employees === null ? absent : say('people', { count: formatCount(employees) }) },
    { term: say('revenueFen'), value: revenueFen === null ? absent : formatAmount(revenueFen, locale) },
    { term: say('assetsFen'), value: assetsFen === null ? absent : formatAmount(assetsFen, locale) },
  ];
  return (
    <Paper sx={{ p: { xs: 2, sm: 3 } }}>
      <Typography variant="body2" color="text.secondary" component="h2">
        {say('title')}
      </Typography>
      <Typography variant="h4" component="p" gutterBottom>
        {say(`classes.${finding.sizeClass}`)}
      </Typography>
      <Figures figures={figures} />
      {finding.thresholds.length > 0 ? <Thresholds finding={finding} /> : null}
      {finding.missing.length > 0 ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {say('missing', { names: punctuation.list(finding.missing.map(name => say(name))) })}
        </Alert>
      ) : null}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {say('about', { table: finding.tableVersion })}
      </Typography>
    </Paper>
  );
}

/** The lower bounds of each class, with the firm's own marked. */
function Thresholds({ finding }: { finding: Finding }) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.size.${key}`, values);
  const boundsOf = ({ employees, revenueFen, assetsFen }: Finding['thresholds'][number]) =>
    punctuation.list([
      ...(employees === null
        ? []
        : [say('atLeast', { label: say('employees'), value: say('people', { count: formatCount(employees) }) })]),
      ...(revenueFen === null ? [] : [say('atLeast', { label: say('revenueFen'), value: formatAmount(revenueFen, locale) })]),
      ...(assetsFen === null ? [] : [say('atLeast', { label: say('assetsFen'), value: formatAmount(assetsFen, locale) })]),
    ]);
  const lines = [
    ...finding.thresholds.map(threshold => ({
      sizeClass: threshold.sizeClass,
      text: say('reaches', { name: say(`classes.${threshold.sizeClass}`), bounds: boundsOf(threshold) }),
    })),
    { sizeClass: 'MICRO', text: say('below') },
  ];
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h6" component="h3" gutterBottom>
        {say('thresholds')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map(({ sizeClass, text }) => (
          <Typography key={sizeClass} component="li" sx={{ fontWeight: sizeClass === finding.sizeClass ? 700 : 400 }}>
            {text}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
