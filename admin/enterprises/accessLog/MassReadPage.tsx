import { Pagination, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { MassRead } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { massReadsDocument } from '../operations';
import { useClassName } from '../useDataClasses';
import { AccessLogTabs } from './AccessLogTabs';
import { ReadCard, ReadClass } from './ReadCard';

const perPage = 20;

/** The reads of the firm's file in work that goes over all firms, newest first. */
export function MassReadPage() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.enterprises.accessLog.${key}`);
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page') ?? '1') || 1;
  const query = useAsk<{ massReads: { items: readonly MassRead[]; total: number } }>(massReadsDocument, {
    list: { page, perPage },
  });
  return (
    <Page title={say('title')} lead={say('massReads.lead')}>
      <AccessLogTabs shown="massReads" />
      <Answered query={query}>
        {({ massReads }) => (
          <Stack spacing={1}>
            {massReads.items.map(read => (
              <MassReadCard key={read.id} read={read} />
            ))}
            {massReads.total === 0 ? <Empty title={say('massReads.empty')} hint={say('massReads.emptyHint')} /> : null}
            {massReads.total > perPage ? (
              <Pagination
                count={Math.ceil(massReads.total / perPage)}
                page={page}
                onChange={(_, next) => setParameters({ page: String(next) })}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function MassReadCard({ read }: { read: MassRead }) {
  const nameOf = useClassName();
  const line = (outcome: 'allowed' | 'refused') => (code: string) => (
    <ReadClass key={code} outcome={outcome}>
      {nameOf(code)}
    </ReadClass>
  );
  return (
    <ReadCard read={read} allowed={read.read.length} refused={read.withheld.length}>
      {read.withheld.map(line('refused'))}
      {read.read.map(line('allowed'))}
    </ReadCard>
  );
}
