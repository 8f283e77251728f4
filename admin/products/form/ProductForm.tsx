import { Box, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  BooleanInput,
  CheckboxGroupInput,
  required,
  SaveButton,
  SelectInput,
  SimpleForm,
  TextInput,
  Toolbar,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Answered } from '../../shared/Answered';
import { RuleInput } from '../rule/RuleInput';
import { promisedSteps } from '../terms/useSayings';
import { type ListOfWords, labelsFor, useVocabulary } from '../useVocabulary';
import { IndustryCodesInput, RegionCodesInput } from './CodesInputs';
import { FeeInputs } from './FeeInputs';
import { FigureInput, notBelow } from './FigureInput';
import { PricingInputs } from './PricingInputs';
import type { TermsForm } from './termsForm';

type Props = {
  values: Partial<TermsForm>;
  /** Inputs that only opening a product asks for. */
  opening?: ReactNode;
};

const field = (name: string) => `rongqiao.products.fields.${name}`;
const help = (name: string) => `rongqiao.products.form.${name}`;

/** Everything a product says, section by section; saving keeps a draft that only its institution sees. */
export function ProductForm(props: Props) {
  const { query } = useVocabulary();
  return <Answered query={query}>{() => <Form {...props} />}</Answered>;
}

function Form({ values, opening }: Props) {
  return (
    <SimpleForm
      record={values}
      sanitizeEmptyValues={false}
      toolbar={
        <Toolbar
          sx={{ position: 'sticky', bottom: 0, zIndex: 2, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}
        >
          <SaveButton label={help('save')} alwaysEnable={opening !== undefined} />
        </Toolbar>
      }
      sx={{ p: 0, maxWidth: 1000 }}
    >
      <Stack spacing={2} sx={{ width: '100%' }}>
        <Section word="basics">
          {opening}
          <TextInput source="name" label={field('name')} validate={required()} fullWidth />
          <OneOf source="category" list="categories" />
          <Labels />
          <TextInput source="introduction" label={field('introduction')} multiline minRows={2} fullWidth />
          <TextInput source="audienceText" label={field('audienceText')} multiline fullWidth />
        </Section>
        <Section word="amountAndTerm">
          <Pair>
            <FigureInput source="amountFenMin" label={field('amountMin')} unit="wan" />
            <FigureInput source="amountFenMax" label={field('amountMax')} unit="wan" validate={notBelow('amountFenMin')} />
          </Pair>
          <Pair>
            <FigureInput source="termMonthsMin" label={field('termMin')} unit="month" />
            <FigureInput source="termMonthsMax" label={field('termMax')} unit="month" validate={notBelow('termMonthsMin')} />
          </Pair>
        </Section>
        <Section word="pricing">
          <PricingInputs />
        </Section>
        <Section word="fees">
          <FeeInputs />
        </Section>
        <Section word="repaymentAndSecurity">
          <SomeOf source="repaymentMethods" list="repaymentMethods" />
          <BooleanInput source="isUnsecured" label={field('isUnsecured')} />
          <SomeOf source="securities" list="securities" />
          <SomeOf source="purposes" list="purposes" helperText={help('purposesHelp')} />
        </Section>
        <Section word="reach">
          <RegionCodesInput source="regionCodes" label={field('regionCodes')} helperText={help('regionsHelp')} />
          <IndustryCodesInput source="industryCodes" label={field('industryCodes')} helperText={help('industriesHelp')} />
          <IndustryCodesInput
            source="industryCodesExcluded"
            label={field('industryCodesExcluded')}
            helperText={help('excludedHelp')}
          />
        </Section>
        <Section word="rule">
          <RuleInput source="rule" />
        </Section>
        <Section word="forPeople">
          <TextInput
            source="conditionsText"
            label={field('conditionsText')}
            helperText={help('conditionsHelp')}
            multiline
            minRows={2}
            fullWidth
          />
        </Section>
        <Section word="handling">
          <TextInput
            source="documentsText"
            label={field('documents')}
            helperText={help('documentsHelp')}
            multiline
            minRows={3}
            fullWidth
          />
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' }, width: '100%' }}>
            {promisedSteps.map(step => (
              <FigureInput key={step} source={`promisedDays.${step}`} label={`rongqiao.products.steps.${step}`} unit="day" />
            ))}
          </Box>
          <Pair>
            <TextInput source="contact.name" label={field('contactName')} fullWidth />
            <TextInput source="contact.phone" label={field('contactPhone')} fullWidth />
          </Pair>
          <TextInput source="contact.address" label={field('contactAddress')} fullWidth />
          <TextInput source="sourceNote" label={field('sourceNote')} fullWidth />
        </Section>
      </Stack>
    </SimpleForm>
  );
}

function Section({ word, children }: { word: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Paper component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h2">
        {translate(`rongqiao.products.form.sections.${word}`)}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {translate(`rongqiao.products.form.leads.${word}`)}
      </Typography>
      <Stack spacing={1.5}>{children}</Stack>
    </Paper>
  );
}

const Pair = ({ children }: { children: ReactNode }) => (
  <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ width: '100%' }}>
    {children}
  </Stack>
);

type ChoiceProps = { source: string; list: ListOfWords; helperText?: string };

function OneOf({ source, list }: ChoiceProps) {
  const { choicesOf } = useVocabulary();
  return (
    <SelectInput source={source} label={field(source)} choices={choicesOf(list)} translateChoice={false} validate={required()} />
  );
}

function Labels() {
  const category: string | null = useWatch({ name: 'category' });
  return <SomeOf source="labels" list={labelsFor(category ?? '')} />;
}

function SomeOf({ source, list, helperText }: ChoiceProps) {
  const { choicesOf } = useVocabulary();
  return (
    <CheckboxGroupInput
      source={source}
      label={field(source)}
      choices={choicesOf(list)}
      translateChoice={false}
      helperText={helperText}
    />
  );
}
