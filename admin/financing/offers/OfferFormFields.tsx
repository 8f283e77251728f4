import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import {
  ArrayInput,
  CheckboxGroupInput,
  DateInput,
  RadioButtonGroupInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { ProductVersion, RepaymentMethod } from '../../generated/schema';
import { FeeInputs } from '../../products/form/FeeInputs';
import { FigureInput } from '../../products/form/FigureInput';
import { useSayings } from '../../products/terms/useSayings';
import { useVocabulary } from '../../products/useVocabulary';
import { dayBases, methodsWithDueDay } from './offerForm';

const word = (key: string) => `rongqiao.financing.offers.form.${key}`;
/** 31 is the last day of every month. */
const days = Array.from({ length: 31 }, (_, place) => place + 1);
/** As tall as a figure beside it. */
const level = { margin: 'none', helperText: false, fullWidth: true } as const;
const pair = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' }, width: '100%' };

/** The terms of an offer, each with what the product says of it; what comes with the security stands beside it. */
export function OfferFormFields({ product, children }: { product: ProductVersion; children?: ReactNode }) {
  const translate = useTranslate();
  const say = useSayings();
  const { choicesOf } = useVocabulary();
  const method = useWatch({ name: 'repaymentMethod' }) as RepaymentMethod | null;
  const offered = (list: 'repaymentMethods' | 'securities') =>
    choicesOf(list).filter(({ id }) => product[list].length === 0 || (product[list] as readonly string[]).includes(id));
  const within = (key: string, range: string) => (range ? { helperText: translate(word(key), { range }) } : {});
  return (
    <Stack spacing={1.5}>
      <Box sx={pair}>
        <FigureInput
          source="amountFen"
          label={word('amount')}
          unit="wan"
          isRequired
          {...within('outsideAmount', say.amount(product))}
        />
        <FigureInput
          source="termMonths"
          label={word('term')}
          unit="month"
          isRequired
          {...within('outsideTerm', say.term(product))}
        />
      </Box>
      <RateInputs product={product} />
      <Box sx={pair}>
        <SelectInput
          source="repaymentMethod"
          label={word('repaymentMethod')}
          choices={offered('repaymentMethods')}
          translateChoice={false}
          validate={required()}
          {...level}
        />
        <SelectInput
          source="dayBasis"
          label={word('dayBasis')}
          choices={dayBases.map(id => ({ id, name: `rongqiao.financing.offers.dayBases.${id}` }))}
          validate={required()}
          {...level}
        />
        {method && methodsWithDueDay.includes(method) ? (
          <SelectInput
            source="dueDay"
            label={word('dueDay')}
            helperText={word('dueDayHelp')}
            choices={days.map(day => ({ id: day, name: translate(word('dueOn'), { day }) }))}
            translateChoice={false}
            margin="none"
            fullWidth
          />
        ) : null}
        <DateInput source="validUntil" label={word('validUntil')} validate={required()} {...level} />
      </Box>
      {method === 'SCHEDULED' ? <PlanInputs /> : null}
      <CheckboxGroupInput
        source="securities"
        label={word('securities')}
        helperText={product.isUnsecured ? word('securitiesHelp') : false}
        choices={offered('securities')}
        translateChoice={false}
      />
      {children}
      <FeeInputs helperText={word('feesHelp')} />
      <TextInput
        source="conditions"
        label={word('conditions')}
        helperText={word('conditionsHelp')}
        multiline
        minRows={2}
        fullWidth
      />
    </Stack>
  );
}

function RateInputs({ product }: { product: ProductVersion }) {
  const translate = useTranslate();
  const say = useSayings();
  const { choicesOf } = useVocabulary();
  const kind = useWatch({ name: 'pricing.kind' });
  const published = say.rate(product.rates);
  return (
    <>
      <RadioButtonGroupInput
        source="pricing.kind"
        label={word('rate')}
        choices={['fixed', 'lpr'].map(id => ({ id, name: word(`pricing.${id}`) }))}
        helperText={published ? translate(word('outsideRate'), { range: published }) : false}
      />
      {kind === 'lpr' ? (
        <Box sx={{ ...pair, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}>
          <SelectInput
            source="pricing.tenor"
            label="rongqiao.products.fields.tenor"
            choices={choicesOf('lprTenors')}
            translateChoice={false}
            validate={required()}
            {...level}
          />
          <FigureInput source="pricing.spreadBps" label={word('spread')} unit="basisPoint" isRequired />
          <SelectInput
            source="pricing.repricing"
            label="rongqiao.products.fields.repricing"
            choices={choicesOf('repricings')}
            translateChoice={false}
            validate={required()}
            {...level}
          />
        </Box>
      ) : (
        <Box sx={pair}>
          <FigureInput source="pricing.rateBps" label={word('fixedRate')} unit="percent" isRequired />
        </Box>
      )}
    </>
  );
}

/** The agreed repayments of principal, the last at maturity. */
const PlanInputs = () => (
  <ArrayInput source="plan" label={word('plan')} helperText={word('planHelp')} validate={required()}>
    <SimpleFormIterator inline disableReordering disableClear>
      <FigureInput source="afterMonths" label={word('afterMonths')} unit="month" isRequired />
      <FigureInput source="principalFen" label={word('planPrincipal')} unit="wan" isRequired />
    </SimpleFormIterator>
  </ArrayInput>
);
