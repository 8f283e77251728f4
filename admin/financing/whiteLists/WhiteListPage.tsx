import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Pagination, Skeleton, Stack } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { WhiteList } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { OwnListings } from './OwnListings';
import { operations } from './operations';
import { WhiteListCard } from './WhiteListCard';

const perPage = 20;

/** A department's own lists, those pushed to a bank, or the lists that a firm is on. */
export function WhiteListPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const kind = me?.organisation.kind;
  const word = (key: string) => translate(`rongqiao.financing.whiteLists.${key}`);
  if (!me || !kind) return null;
  return (
    <Page
      title={word('title')}
      lead={word(`lead.${kind}`)}
      actions={
        kind === 'department' && me.role !== 'auditor' ? (
          <Button component={Link} to="/whiteLists/create" variant="contained" startIcon={<AddOutlined />}>
            {word('create')}
          </Button>
        ) : undefined
      }
    >
      {kind === 'enterprise' ? <OwnListings /> : <Lists kind={kind} />}
    </Page>
  );
}

function Lists({ kind }: { kind: string }) {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const query = useAsk<{ whiteLists: { items: readonly WhiteList[]; total: number } }>(operations.whiteLists.list, {
    list: { page, perPage },
  });
  const word = (key: string) => translate(`rongqiao.financing.whiteLists.empty.${key}`);
  return (
    <Answered query={query} loading={<Skeleton variant="rounded" height={120} />}>
      {({ whiteLists: { items, total } }) => (
        <Stack spacing={1.5}>
          {total === 0 ? <Empty title={word(kind)} hint={word(`${kind}Hint`)} /> : null}
          {items.map(list => (
            <WhiteListCard key={list.id} list={list}>
              <Button component={Link} to={`/whiteLists/${list.id}`} variant="contained" sx={{ flexShrink: 0 }}>
                {translate('rongqiao.financing.applications.details')}
              </Button>
            </WhiteListCard>
          ))}
          {total > perPage ? (
            <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
          ) : null}
        </Stack>
      )}
    </Answered>
  );
}
