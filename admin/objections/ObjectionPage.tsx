import { Button, Pagination, Stack, Tab, Tabs } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Objection } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { ObjectionCard } from './ObjectionCard';
import { objectionsDocument } from './operations';

const perPage = 10;
const standings = ['open', 'ended'] as const;

/** A firm's objections to its data, or those that a department or the operator examines; what is due first comes first. */
export function ObjectionPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.objections.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page')) || 1;
  const standing = parameters.get('standing') === 'ended' ? 'ended' : 'open';
  const query = useAsk<{ objections: { items: readonly Objection[]; total: number } }>(objectionsDocument, {
    list: { page, perPage, filter: { standing } },
  });
  const reader = me?.organisation.kind === 'enterprise' ? 'firm' : 'examiner';
  return (
    <Page title={word('title')} lead={word(`lead.${reader}`)}>
      <Tabs value={standing} onChange={(_, chosen) => setParameters({ standing: String(chosen) })} sx={{ mb: 2 }}>
        {standings.map(each => (
          <Tab key={each} value={each} label={word(`standing.${each}`)} />
        ))}
      </Tabs>
      <Answered query={query}>
        {({ objections: { items, total } }) => (
          <Stack spacing={1.5}>
            {items.map(objection => (
              <ObjectionCard key={objection.id} objection={objection} isOwn={reader === 'firm'} />
            ))}
            {total === 0 ? (
              <Empty
                title={word(`empty.${reader}.title`)}
                hint={word(`empty.${reader}.hint`)}
                action={
                  reader === 'firm' ? (
                    <Button component={Link} to="/creditFile">
                      {word('empty.firm.action')}
                    </Button>
                  ) : undefined
                }
              />
            ) : null}
            {total > perPage ? (
              <Pagination
                count={Math.ceil(total / perPage)}
                page={page}
                onChange={(_, next) => setParameters({ standing, page: String(next) })}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
