import ArrowBack from '@mui/icons-material/ArrowBack';
import { Button, Paper, Skeleton, Stack, Typography } from '@mui/material';
import { useShowController, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Enterprise } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { formatAmount, formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useLocale, useText } from '../shared/useLocale';
import { useSourceName } from '../shared/useSourceName';
import { Figures } from './Figures';
import { FileReader } from './FileReader';
import { Uscc } from './Uscc';

/** A firm as its registration describes it, and its credit file for whoever reads it on its authorisation. */
export function EnterpriseShow() {
  const translate = useTranslate();
  const { record, error } = useShowController<Enterprise>({ queryOptions: { onError: () => undefined } });
  const say = (key: string) => translate(`rongqiao.enterprises.enterprises.${key}`);
  return (
    <Page
      title={record?.name ?? say('title')}
      lead={record?.shortName}
      actions={
        <Button component={Link} to="/enterprises" startIcon={<ArrowBack />}>
          {say('toList')}
        </Button>
      }
    >
      {error ? <Failed error={error as Error} /> : null}
      {record ? (
        <Stack spacing={2.5}>
          <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
            <Typography variant="h6" component="h2" gutterBottom>
              {say('register')}
            </Typography>
            <Register enterprise={record} />
          </Paper>
          <FileReader key={record.id} enterpriseId={record.id} />
        </Stack>
      ) : error ? null : (
        <Skeleton variant="rounded" height={240} />
      )}
    </Page>
  );
}

function Register({ enterprise }: { enterprise: Enterprise }) {
  const sourceOf = useSourceName();
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const figures = {
    uscc: <Uscc enterprise={enterprise} />,
    code: enterprise.code ?? '—',
    entityType: translate(`rongqiao.enterprises.enterprises.entityTypes.${enterprise.entityType}`),
    status: (
      <StateChip state={enterprise.status} label={translate(`rongqiao.identity.organisationStatus.${enterprise.status}`)} />
    ),
    region: text(enterprise.region) || '—',
    industry: [enterprise.industryCode, text(enterprise.industry)].filter(Boolean).join(' ') || '—',
    foundedOn: enterprise.foundedOn ?? '—',
    legalRepresentative: enterprise.legalRepresentative ?? '—',
    registeredCapitalFen: formatAmount(enterprise.registeredCapitalFen, locale),
    address: enterprise.address ?? '—',
    source: sourceOf(enterprise.source),
    createdAt: formatInstant(enterprise.createdAt),
  };
  return (
    <Figures
      figures={Object.entries(figures).map(([name, value]) => ({
        term: translate(`rongqiao.enterprises.enterprises.fields.${name}`),
        value,
      }))}
    />
  );
}
