import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application, Product } from '../../generated/schema';

export type Submitted = Pick<Application, 'id' | 'demandId'>;

/** The application is with the bank: what happens next, and where to follow it. */
export function Done({ product, application }: { product: Product; application: Submitted }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.done.${key}`, values);
  const days = product.terms.promisedDays.accept;
  return (
    <Paper sx={{ p: { xs: 2, sm: 4 } }} role="status">
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start', maxWidth: 680 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <CheckCircleOutlined color="success" fontSize="large" />
          <Typography variant="h5" component="h2">
            {word('title')}
          </Typography>
        </Stack>
        <Typography>
          {word('next', { bank: product.institution.name })}
          {days === null ? '' : ` ${word('promise', { smart_count: days })}`}
        </Typography>
        <Typography>{word('others')}</Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          <Button component={Link} to={`/applications/${application.id}/show`} variant="contained">
            {word('see')}
          </Button>
          <Button component={Link} to={`/demands/${application.demandId}/show`}>
            {word('more')}
          </Button>
        </Stack>
      </Stack>
    </Paper>
  );
}
