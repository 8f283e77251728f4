import { Button } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { VerdictReview } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { StandingPage } from '../shared/StandingPage';
import { operations } from './operations';
import { ReviewCard } from './ReviewCard';

/** The reviews that a firm asked for, or that are asked of a bank; what is due first comes first. */
export function ReviewPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.verdictReviews.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const reader = me?.organisation.kind === 'bank' ? 'bank' : 'enterprise';
  return (
    <StandingPage<VerdictReview>
      words="rongqiao.verdictReviews"
      lead={word(`lead.${reader}`)}
      standings={['open', 'ended']}
      document={operations.verdictReviews.list}
      list="verdictReviews"
      perPage={10}
      card={review => <ReviewCard key={review.id} review={review} isOwn={reader === 'enterprise'} />}
      empty={
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
      }
    />
  );
}
