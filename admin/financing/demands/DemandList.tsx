import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Pagination, Skeleton, Stack } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../../authProvider';
import type { FinancingDemand } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { operations } from '../operations';
import { DemandCard } from './DemandCard';

const perPage = 10;

/** What the firm needs and has needed, with what has come of each. */
export function DemandList() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [page, setPage] = useState(1);
  const query = useAsk<{ demands: { items: readonly FinancingDemand[]; total: number } }>(operations.demands.list, {
    list: { page, perPage },
  });
  const word = (key: string) => translate(`rongqiao.financing.demands.${key}`);
  const create = (
    <Button component={Link} to="/demands/create" variant="contained" startIcon={<AddOutlined />}>
      {word('create')}
    </Button>
  );
  const mayOpen = me && !isUnconfirmed(me) && me.role !== 'auditor';
  return (
    <Page title={word('title')} lead={word('lead')} actions={mayOpen ? create : undefined}>
      <Answered query={query} loading={<Skeleton variant="rounded" height={110} />}>
        {({ demands }) => (
          <Stack spacing={1.5}>
            {demands.total === 0 ? (
              <Empty title={word('empty.title')} hint={word('empty.hint')} action={mayOpen ? create : undefined} />
            ) : null}
            {demands.items.map(demand => (
              <DemandCard key={demand.id} demand={demand}>
                <Button component={Link} to={`/demands/${demand.id}/show`} variant="outlined">
                  {translate('rongqiao.financing.applications.details')}
                </Button>
              </DemandCard>
            ))}
            {demands.total > perPage ? (
              <Pagination count={Math.ceil(demands.total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
