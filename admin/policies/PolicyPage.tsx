import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Pagination, Stack } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { SupportPolicy } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { operations } from './operations';
import { PolicyCard } from './PolicyCard';
import { PublishDialog } from './PublishDialog';

const perPage = 20;

/** What public money lowers the cost of loans; a department publishes its own here. */
export function PolicyPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [page, setPage] = useState(1);
  const [isPublishing, setIsPublishing] = useState(false);
  const query = useAsk<{ supportPolicies: { items: readonly SupportPolicy[]; total: number } }>(operations.supportPolicies.list, {
    list: { page, perPage },
  });
  const word = (key: string) => translate(`rongqiao.policies.${key}`);
  const mayPublish = me?.organisation.kind === 'department' && me.role !== 'auditor';
  return (
    <Page
      title={word('title')}
      lead={word('lead')}
      actions={
        mayPublish ? (
          <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setIsPublishing(true)}>
            {word('publish')}
          </Button>
        ) : undefined
      }
    >
      <Answered query={query}>
        {({ supportPolicies: { items, total } }) => (
          <Stack spacing={1.5}>
            {total === 0 ? <Empty title={word('empty')} hint={word('emptyHint')} /> : null}
            {items.map(policy => (
              <PolicyCard key={policy.id} policy={policy} />
            ))}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
      {isPublishing ? <PublishDialog onClose={() => setIsPublishing(false)} /> : null}
    </Page>
  );
}
