import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AnnualRates } from '../../generated/schema';
import { useSayings } from './useSayings';

/** The annual rate, more prominent than any other figure (PBoC Notice 2021 No. 3), or that none is published. */
export function RateFigure({ rates, size = 'card' }: { rates: AnnualRates; size?: 'card' | 'page' }) {
  const translate = useTranslate();
  const say = useSayings();
  const rate = say.rate(rates);
  return (
    <div>
      <Typography variant="body2" color="text.secondary">
        {translate('rongqiao.products.fields.annualRate')}
      </Typography>
      {rate ? (
        <Typography
          component="p"
          color="primary"
          sx={{ fontWeight: 700, fontSize: size === 'page' ? '1.9rem' : '1.3rem', lineHeight: 1.25 }}
        >
          {rate}
        </Typography>
      ) : (
        <Typography component="p" color="warning" sx={{ fontWeight: 600 }}>
          {translate('rongqiao.products.noRate')}
        </Typography>
      )}
    </div>
  );
}
