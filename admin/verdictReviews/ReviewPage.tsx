import { Button, Pagination, Stack, Tab, Tabs } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { VerdictReview } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { operations } from './operations';
import { ReviewCard } from './ReviewCard';

const perPage = 10;
const standings = ['open', 'ended'] as const;

/** The reviews that a firm asked for, or that are asked of a bank; what is due first comes first. */
export function ReviewPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.verdictReviews.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page')) || 1;
  const standing = parameters.get('standing') === 'ended' ? 'ended' : 'open';
  const query = useAsk<{ verdictReviews: { items: readonly VerdictReview[]; total: number } }>(operations.verdictReviews.list, {
    list: { page, perPage, filter: { standing } },
  });
  const reader = me?.organisation.kind === 'bank' ? 'bank' : 'enterprise';
  return (
    <Page title={word('title')} lead={word(`lead.${reader}`)}>
      <Tabs value={standing} onChange={(_, chosen) => setParameters({ standing: String(chosen) })} sx={{ mb: 2 }}>
        {standings.map(each => (
          <Tab key={each} value={each} label={word(`standing.${each}`)} />
        ))}
      </Tabs>
      <Answered query={query}>
        {({ verdictReviews: { items, total } }) => (
          <Stack spacing={1.5}>
            {items.map(review => (
              <ReviewCard key={review.id} review={review} isOwn={reader === 'enterprise'} />
            ))}
            {total === 0 ? (
              <Empty
                title={word(`empty.${reader}.title`)}
                hint={word(`empty.${reader}.hint`)}
                action={
                  reader === 'enterprise' ? (
                    <Button component={Link} to="/matches?verdict=notEligible">
                      {word('seeMatches')}
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
