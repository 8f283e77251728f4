import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { OfferCard } from './OfferCard';

/** The offers on an application, the latest first; nothing while there is none. */
export function OfferSection({ application }: { application: Application }) {
  const translate = useTranslate();
  if (application.offers.length === 0) return null;
  return (
    <Stack component="section" spacing={1.5}>
      <Typography variant="h6" component="h2">
        {translate('rongqiao.financing.offers.title')}
      </Typography>
      {[...application.offers]
        .sort((one, other) => other.number - one.number)
        .map(offer => (
          <OfferCard key={offer.id} offer={offer} application={application} />
        ))}
    </Stack>
  );
}
