import ArrowBack from '@mui/icons-material/ArrowBack';
import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { Application, OfferComparison as Comparison, FinancingDemand } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { VerbButtons } from '../../shared/VerbButtons';
import { ApplicationCard } from '../applications/ApplicationCard';
import { OfferComparison } from '../offers/comparison/OfferComparison';
import { demandShownDocument } from '../operations';
import { DemandCard, matchAddress } from './DemandCard';
import { SecondLook } from './SecondLook';

const verbs = {
  withdrawDemand: {
    label: 'rongqiao.financing.demands.verbs.withdrawDemand',
    consequence: 'rongqiao.financing.demands.consequences.withdrawDemand',
    isGrave: true,
  },
};

type Shown = { demand: FinancingDemand; applications: { items: readonly Application[] }; offerComparison: Comparison };

/** One demand with the applications made under it, and the offers that stand for it side by side. */
export function DemandShow() {
  const { id = '' } = useParams();
  const [parameters] = useSearchParams();
  const translate = useTranslate();
  const query = useAsk<Shown>(demandShownDocument, { id });
  const word = (key: string) => translate(`rongqiao.financing.demands.${key}`);
  return (
    <Page
      title={word('show')}
      actions={
        <Button component={Link} to="/demands" startIcon={<ArrowBack />}>
          {word('back')}
        </Button>
      }
    >
      <Answered query={query}>
        {({ demand, applications: { items }, offerComparison }) => (
          <Stack spacing={2}>
            {parameters.get('saved') && items.length === 0 ? (
              <Alert severity="success">{word(demand.route === 'direct' ? 'saved' : 'publishedNow')}</Alert>
            ) : null}
            <DemandCard demand={demand}>
              <VerbButtons resource="demands" record={demand} verbs={verbs} onDone={() => void query.refetch()} />
            </DemandCard>
            {demand.allowedVerbs.includes('setSecondLook') ? (
              <SecondLook demand={demand} onDone={() => void query.refetch()} />
            ) : null}
            {demand.allowedVerbs.includes('submitApplication') ? (
              <Button
                component={Link}
                to={matchAddress(demand)}
                variant={items.length === 0 && demand.route === 'direct' ? 'contained' : 'outlined'}
                startIcon={<ManageSearchOutlined />}
                sx={{ alignSelf: 'flex-start' }}
              >
                {word('match')}
              </Button>
            ) : null}
            {demand.offersUntil && demand.openOfferCount ? <Bidding until={demand.offersUntil} /> : null}
            <OfferComparison comparison={offerComparison} demandId={demand.id} />
            <Typography variant="h6" component="h2">
              {word('applications')}
            </Typography>
            {items.length === 0 ? (
              <Typography color="text.secondary">{word(demand.route === 'direct' ? 'noApplications' : 'noBankYet')}</Typography>
            ) : null}
            {items.map(application => (
              <ApplicationCard key={application.id} application={application} side="firm" />
            ))}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

/** While an auction runs the firm compares and bargains; it chooses once every bank has had its time. */
function Bidding({ until }: { until: string }) {
  const translate = useTranslate();
  if (formatInstant(new Date().toISOString()).slice(0, 10) > until) return null;
  return <Alert severity="info">{translate('rongqiao.financing.demands.market.bidding', { day: until })}</Alert>;
}
