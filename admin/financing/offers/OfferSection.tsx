import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { CounterCard } from './CounterCard';
import { OfferCard } from './OfferCard';

/** The offers on an application and the counter-offers to each, the latest first; nothing while there is none. */
export function OfferSection({ application }: { application: Application }) {
  const translate = useTranslate();
  const { offers, counterOffers } = application;
  if (offers.length === 0) return null;
  return (
    <Stack component="section" spacing={1.5}>
      <Typography variant="h6" component="h2">
        {translate('rongqiao.financing.offers.title')}
      </Typography>
      {[...offers]
        .sort((one, other) => other.number - one.number)
        .flatMap(offer => [
          ...counterOffers
            .filter(({ offerId }) => offerId === offer.id)
            .sort((one, other) => other.round - one.round)
            .map(counter => <CounterCard key={counter.id} counter={counter} offer={offer} />),
          <OfferCard key={offer.id} offer={offer} application={application} />,
        ])}
    </Stack>
  );
}
