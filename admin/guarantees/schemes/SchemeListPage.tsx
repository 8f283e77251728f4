import AddOutlined from '@mui/icons-material/AddOutlined';
import { Box, Button, Card, CardActionArea, CardContent, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { RiskSharingScheme } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatRate } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { schemesDocument } from '../operations';
import { LossExample } from './LossExample';
import { SchemeStateChip } from './SchemeStateChip';

/** Every risk-sharing scheme of the city, each with who pays what of a loss. */
export function SchemeListPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const query = useAsk<{ schemes: { items: readonly RiskSharingScheme[] } }>(schemesDocument);
  const word = (key: string) => translate(`rongqiao.guarantees.schemes.${key}`);
  const mayCreate = me && me.role !== 'auditor' && ['operator', 'guarantor'].includes(me.organisation.kind);
  return (
    <Page
      title={word('title')}
      lead={word('lead')}
      actions={
        <>
          {me && me.organisation.kind !== 'enterprise' ? (
            <Button component={Link} to="/pools" variant="outlined">
              {translate('rongqiao.guarantees.pools.title')}
            </Button>
          ) : null}
          {mayCreate ? (
            <Button component={Link} to="/schemes/create" variant="contained" startIcon={<AddOutlined />}>
              {word('create')}
            </Button>
          ) : null}
        </>
      }
    >
      <Answered query={query}>
        {({ schemes: { items } }) =>
          items.length === 0 ? (
            <Empty title={word('empty')} hint={word('emptyHint')} />
          ) : (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' } }}>
              {items.map(scheme => (
                <SchemeCard key={scheme.id} scheme={scheme} />
              ))}
            </Box>
          )
        }
      </Answered>
    </Page>
  );
}

function SchemeCard({ scheme }: { scheme: RiskSharingScheme }) {
  const { id, name, owner, terms } = scheme;
  const costs = useCostWords();
  return (
    <Card>
      <CardActionArea component={Link} to={`/schemes/${id}/show`} sx={{ height: '100%', alignItems: 'flex-start' }}>
        <CardContent>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 0.5 }}>
            <Typography variant="h6" component="h2" sx={{ flex: 1, minWidth: 0 }}>
              {name}
            </Typography>
            <SchemeStateChip scheme={scheme} />
          </Stack>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
            {[owner.name, ...costs(terms)].join(' · ')}
          </Typography>
          <LossExample terms={terms} isBrief />
        </CardContent>
      </CardActionArea>
    </Card>
  );
}

/** What a scheme costs the firm a year. */
export function useCostWords() {
  const translate = useTranslate();
  const word = (key: string, rate: number) => translate(`rongqiao.guarantees.schemes.${key}`, { rate: formatRate(rate) });
  return ({ guaranteeFeeBps, premiumBps }: RiskSharingScheme['terms']): string[] => [
    ...(guaranteeFeeBps === null ? [] : [word('fee', guaranteeFeeBps)]),
    ...(premiumBps === null ? [] : [word('premium', premiumBps)]),
  ];
}
