import { Box, Paper, Stack, Step, StepLabel, Stepper, Typography, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ProductVersion } from '../../generated/schema';
import { capitalised } from '../../shared/format';
import { useText } from '../../shared/useLocale';
import { FeeTable } from './FeeTable';
import { RateFigure } from './RateFigure';
import { Readings } from './Readings';
import { TermsTable } from './TermsTable';
import { promisedSteps, useSayings } from './useSayings';
import { useTermRows } from './useTermRows';

type Props = { version: ProductVersion; showsReadings: boolean };

const described = [
  'repaymentMethods',
  'securities',
  'purposes',
  'regionCodes',
  'industryCodes',
  'industryCodesExcluded',
  'documents',
  'contact',
];
/** Left out where nothing is stated: no limit is stated, and a row that says so tells a firm nothing. */
const onlyWhenStated = ['purposes', 'industryCodesExcluded', 'documents', 'contact'];

/** Everything that a version says, in the order in which a firm asks. */
export function VersionSections({ version, showsReadings }: Props) {
  const translate = useTranslate();
  const rowsOf = useTermRows();
  const rows = rowsOf(version).filter(
    ({ field, lines }) => described.includes(field) && (lines.length > 0 || !onlyWhenStated.includes(field)),
  );
  return (
    <Stack spacing={2}>
      <Costs version={version} />
      {version.introduction || version.audienceText ? (
        <Section title={translate('rongqiao.products.sections.introduction')}>
          {version.introduction ? <Prose>{version.introduction}</Prose> : null}
          {version.audienceText ? <Prose>{translate('rongqiao.products.audience', { text: version.audienceText })}</Prose> : null}
        </Section>
      ) : null}
      <Conditions version={version} />
      <Section title={translate('rongqiao.products.sections.terms')}>
        <TermsTable rows={rows} />
      </Section>
      <Section title={translate('rongqiao.products.sections.fees')}>
        <FeeTable fees={version.fees} />
      </Section>
      <PromisedTimes days={version.promisedDays} />
      {showsReadings && version.readings.length > 0 ? (
        <Section title={translate('rongqiao.products.sections.readings')} lead={translate('rongqiao.products.readings.lead')}>
          <Readings readings={version.readings} />
        </Section>
      ) : null}
      {version.sourceNote ? (
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.products.fields.sourceNote')}：{version.sourceNote}
        </Typography>
      ) : null}
    </Stack>
  );
}

function Costs({ version }: { version: ProductVersion }) {
  const translate = useTranslate();
  const say = useSayings();
  const isLoan = version.category !== 'insurance';
  const figures = [
    [isLoan ? 'amount' : 'cover', say.amount(version)],
    ['term', say.term(version)],
    ...(isLoan ? ([['securities', say.securities(version)]] as const) : []),
  ] as const;
  return (
    <Paper component="section" sx={{ p: 2 }} aria-label={translate('rongqiao.products.sections.key')}>
      <Stack direction={{ xs: 'column', sm: 'row' }} useFlexGap spacing={{ xs: 1.5, sm: 5 }} sx={{ flexWrap: 'wrap' }}>
        {isLoan ? <RateFigure rates={version.rates} size="page" /> : null}
        {figures.map(([field, value]) => (
          <Box key={field} sx={{ maxWidth: 360 }}>
            <Typography variant="body2" color="text.secondary">
              {translate(`rongqiao.products.fields.${field}`)}
            </Typography>
            <Typography sx={{ fontWeight: 600, fontSize: '1.1rem' }}>
              {capitalised(value || translate('rongqiao.shared.notStated'))}
            </Typography>
          </Box>
        ))}
      </Stack>
      {isLoan ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {[say.pricing(version.pricing), say.quotation(version.rates), translate('rongqiao.products.rateNote')]
            .filter(Boolean)
            .join(' ')}
        </Typography>
      ) : null}
    </Paper>
  );
}

/** What the rule asks, sentence by sentence, and what remains for a person to judge. */
function Conditions({ version }: { version: ProductVersion }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Section title={translate('rongqiao.products.sections.conditions')} lead={translate('rongqiao.products.conditionsLead')}>
      {version.ruleSentences.length === 0 ? (
        <Typography color="text.secondary">{translate('rongqiao.products.noRule')}</Typography>
      ) : (
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {version.ruleSentences.map(sentence => (
            <Typography key={sentence.path} component="li" sx={{ py: 0.25 }}>
              {text(sentence.text)}
            </Typography>
          ))}
        </Box>
      )}
      {version.conditionsText ? (
        <Box sx={{ mt: 2 }}>
          <Typography variant="subtitle2" component="h3">
            {translate('rongqiao.products.fields.conditionsText')}
          </Typography>
          <Prose>{version.conditionsText}</Prose>
        </Box>
      ) : null}
    </Section>
  );
}

function PromisedTimes({ days }: { days: ProductVersion['promisedDays'] }) {
  const translate = useTranslate();
  const isWide = useMediaQuery('(min-width: 600px)');
  const stated = promisedSteps.filter(step => days[step] !== null);
  if (stated.length === 0) return null;
  return (
    <Section title={translate('rongqiao.products.sections.promise')} lead={translate('rongqiao.products.promiseLead')}>
      <Stepper orientation={isWide ? 'horizontal' : 'vertical'} alternativeLabel={isWide}>
        {stated.map(step => (
          <Step key={step} active>
            <StepLabel
              optional={
                <Typography variant="body2">
                  {translate('rongqiao.products.say.workingDays', { smart_count: days[step] ?? 0 })}
                </Typography>
              }
            >
              {translate(`rongqiao.products.steps.${step}`)}
            </StepLabel>
          </Step>
        ))}
      </Stepper>
    </Section>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Paper component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: lead ? 0.25 : 1 }}>
        {title}
      </Typography>
      {lead ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {lead}
        </Typography>
      ) : null}
      {children}
    </Paper>
  );
}

const Prose = ({ children }: { children: ReactNode }) => (
  <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: 820 }}>{children}</Typography>
);
