import { Alert, Stack } from '@mui/material';
import { RadioButtonGroupInput, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { LprQuote } from '../../generated/schema';
import { formatRate } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { latestLprDocument } from '../operations';
import { useSayings } from '../terms/useSayings';
import { useVocabulary } from '../useVocabulary';
import { FigureInput, notBelow } from './FigureInput';

const kinds = ['fixed', 'lpr', 'none'].map(id => ({ id, name: `rongqiao.products.pricing.${id}` }));

/** How the loan is priced: a fixed range, or points on the LPR with the rate that comes to today. */
export function PricingInputs() {
  const kind = useWatch({ name: 'pricing.kind' });
  const { choicesOf } = useVocabulary();
  const required = (value: unknown) => (value ? undefined : 'ra.validation.required');
  return (
    <>
      <RadioButtonGroupInput source="pricing.kind" label="rongqiao.products.fields.pricing" choices={kinds} />
      {kind === 'fixed' ? (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ width: '100%' }}>
          <FigureInput source="pricing.rateBpsMin" label="rongqiao.products.fields.rateMin" unit="percent" />
          <FigureInput
            source="pricing.rateBpsMax"
            label="rongqiao.products.fields.rateMax"
            unit="percent"
            validate={notBelow('pricing.rateBpsMin')}
          />
        </Stack>
      ) : null}
      {kind === 'lpr' ? (
        <>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ width: '100%' }}>
            <SelectInput
              source="pricing.tenor"
              label="rongqiao.products.fields.tenor"
              choices={choicesOf('lprTenors')}
              translateChoice={false}
              validate={required}
              fullWidth
            />
            <FigureInput source="pricing.spreadBpsMin" label="rongqiao.products.fields.spreadMin" unit="basisPoint" isRequired />
            <FigureInput
              source="pricing.spreadBpsMax"
              label="rongqiao.products.fields.spreadMax"
              unit="basisPoint"
              isRequired
              validate={notBelow('pricing.spreadBpsMin')}
            />
          </Stack>
          <SelectInput
            source="pricing.repricing"
            label="rongqiao.products.fields.repricing"
            choices={choicesOf('repricings')}
            translateChoice={false}
            validate={required}
          />
          <RateToday />
        </>
      ) : null}
    </>
  );
}

/** What the points come to on the quotation in force: what firms will read as the annual rate. */
function RateToday() {
  const translate = useTranslate();
  const say = useSayings();
  const [tenor, low, high] = useWatch({ name: ['pricing.tenor', 'pricing.spreadBpsMin', 'pricing.spreadBpsMax'] }) as [
    string,
    number | null,
    number | null,
  ];
  const quotes = useAsk<{ lprQuotes: { items: LprQuote[] } }>(latestLprDocument).data?.lprQuotes.items ?? [];
  const quote = quotes.find(each => each.tenor === tenor);
  if (!quote || !Number.isInteger(low) || !Number.isInteger(high)) return null;
  const on = (spread: number | null) => Math.max(0, quote.rateBps + (spread ?? 0));
  return (
    <Alert severity="info" sx={{ width: '100%' }}>
      {translate('rongqiao.products.rateToday', {
        day: quote.publishedOn,
        lpr: formatRate(quote.rateBps),
        rate: say.rate({ rateBpsMin: on(low), rateBpsMax: on(high) }),
      })}
    </Alert>
  );
}
