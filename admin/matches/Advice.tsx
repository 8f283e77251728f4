import LightbulbOutlined from '@mui/icons-material/LightbulbOutlined';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { AuthorisationAdvice } from '../generated/schema';
import { useDataClassName } from '../shared/useDataClassName';

const linesShown = 3;

/** Which single authorisation would settle the most products, with the way there. */
export function Advice({ advice }: { advice: readonly AuthorisationAdvice[] }) {
  const translate = useTranslate();
  const nameOf = useDataClassName();
  if (advice.length === 0) return null;
  return (
    <Paper sx={{ p: 2, mb: 2, borderColor: 'warning.light' }}>
      <Stack direction="row" spacing={1} sx={{ mb: 1, alignItems: 'center' }}>
        <LightbulbOutlined color="warning" />
        <Typography variant="h6" component="h2">
          {translate('rongqiao.matches.advice.title')}
        </Typography>
      </Stack>
      <Stack spacing={1}>
        {advice.slice(0, linesShown).map(({ dataClass, decidable }) => (
          <Stack key={dataClass} direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'center' } }}>
            <Typography sx={{ flex: 1 }}>
              {translate('rongqiao.matches.advice.line', { name: nameOf(dataClass), smart_count: decidable })}
            </Typography>
            <Button size="small" variant="outlined" component={Link} to={`/consents?grant=platform&class=${dataClass}`}>
              {translate('rongqiao.matches.advice.go')}
            </Button>
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}
