import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { SchemeInput } from '../../guarantees/SchemeInput';
import { useVocabulary } from '../../products/useVocabulary';
import { Answered } from '../../shared/Answered';
import { formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { Page } from '../../shared/Page';
import { RefusedOfForm } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { useDemandPhrases } from '../demands/DemandCard';
import { operations } from '../operations';
import { useRun } from '../useRun';
import { OfferFormFields } from './OfferFormFields';
import { OfferPreview } from './OfferPreview';
import { type OfferForm, offerFormFor, offerInputOf } from './offerForm';

/** A bank makes a binding offer on an application, or betters the one it has approved, with what it comes to beside the form. */
export function OfferPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const { query: vocabulary } = useVocabulary();
  const query = useAsk<{ application: Application }>(operations.applications.one, { id });
  const verb = verbOf(query.data?.application);
  const word = (key: string) => translate(`rongqiao.financing.offers.${key}`);
  return (
    <Page
      title={word(`${wordsOf[verb ?? 'makeOffer']}.title`)}
      lead={
        query.data
          ? `${query.data.application.enterprise?.name ?? ''} · ${query.data.application.productVersion.name}`
          : word('form.lead')
      }
      actions={
        <Button component={Link} to={`/applications/${id}/show`} startIcon={<ArrowBack />}>
          {translate('rongqiao.financing.applications.open')}
        </Button>
      }
    >
      <Answered query={query}>
        {({ application }) =>
          verb ? (
            <Answered query={vocabulary}>{() => <Writing application={application} verb={verb} />}</Answered>
          ) : (
            <Alert severity="info">{word('form.notYet')}</Alert>
          )
        }
      </Answered>
    </Page>
  );
}

type Verb = 'makeOffer' | 'amendApproval';

/** Under which words each is. */
const wordsOf = { makeOffer: 'form', amendApproval: 'amend' } as const;

const verbOf = (application: Application | undefined): Verb | undefined =>
  (['makeOffer', 'amendApproval'] as const).find(verb => application?.allowedVerbs.includes(verb));

function Writing({ application, verb }: { application: Application; verb: Verb }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [opened] = useState(() => offerFormFor(application, formatInstant(new Date().toISOString()).slice(0, 10)));
  const { run, isRunning, refusal } = useRun('applications', verb, () =>
    navigate(`/applications/${application.id}/show`, { state: { _scrollToTop: true } }),
  );
  const word = (key: string) => translate(`rongqiao.financing.offers.${key}`);
  const send = async (values: object) => {
    const input = offerInputOf(values as OfferForm);
    if (input) await run({ id: application.id, version: application.version, input });
  };
  return (
    <Form defaultValues={opened} sanitizeEmptyValues={false} noValidate onSubmit={send}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={2}>
          <Wish application={application} />
          <Paper component="section" sx={{ p: 2 }}>
            <Typography variant="h6" component="h2">
              {word('form.terms')}
            </Typography>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
              {word(`${wordsOf[verb]}.lead`)}
            </Typography>
            <OfferFormFields product={application.productVersion}>
              {verb === 'makeOffer' ? <SchemeInput applicationId={application.id} /> : null}
            </OfferFormFields>
          </Paper>
        </Stack>
        <Stack spacing={2} sx={{ position: { lg: 'sticky' }, top: { lg: 64 } }}>
          <OfferPreview application={application} />
          <RefusedOfForm refusal={refusal} />
          <Button type="submit" variant="contained" size="large" loading={isRunning}>
            {word(`${wordsOf[verb]}.send`)}
          </Button>
        </Stack>
      </Box>
    </Form>
  );
}

/** What the firm asked for and would accept. */
function Wish({ application: { amountFen, termMonths, demand } }: { application: Application }) {
  const translate = useTranslate();
  const locale = useLocale();
  const phrases = useDemandPhrases()(demand);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.offers.form.${key}`, values);
  return (
    <Alert severity="info">
      {[
        word('asked', { amount: formatAmount(amountFen, locale), term: formatTerm(termMonths, locale) }),
        demand.highestRateBps === null ? '' : word('askedRate', { rate: formatRate(demand.highestRateBps) }),
        phrases.repaymentMethods ? word('askedMethods', { methods: phrases.repaymentMethods }) : '',
        demand.note ?? '',
      ]
        .filter(Boolean)
        .join(' ')}
    </Alert>
  );
}
