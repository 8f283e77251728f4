import { Button, Pagination, Skeleton, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { DispatchDemand } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { DispatchCard } from './DispatchCard';
import { operations } from './operations';

const perPage = 20;

/** Demands whose firms ask the operator or an authority to choose banks for them. */
export function DispatchListPage() {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const query = useAsk<{ dispatchDemands: { items: readonly DispatchDemand[]; total: number } }>(
    operations.dispatchDemands.list,
    { list: { page, perPage } },
  );
  const word = (key: string) => translate(`rongqiao.financing.market.dispatch.${key}`);
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Answered query={query} loading={<Skeleton variant="rounded" height={110} />}>
        {({ dispatchDemands: { items, total } }) => (
          <Stack spacing={1.5}>
            {total === 0 ? <Empty title={word('empty.title')} hint={word('empty.hint')} /> : null}
            {items.map(demand => (
              <DispatchCard key={demand.id} demand={demand}>
                <Button
                  component={Link}
                  to={`/dispatch/${demand.id}`}
                  variant={demand.allowedVerbs.length > 0 ? 'contained' : 'outlined'}
                  sx={{ flexShrink: 0 }}
                >
                  {translate('rongqiao.financing.applications.details')}
                </Button>
              </DispatchCard>
            ))}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
