import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { stepsLeft as consentStepsLeft, type Draft, emptyDraft } from '../../enterprises/consents/draft';
import { consentTermsDocument } from '../../enterprises/operations';
import type { Consent, ConsentTerms, FinancingDemand, Match, Product } from '../../generated/schema';
import { draftFrom } from '../../matches/request';
import { Failed } from '../../shared/Answered';
import { formatInstant } from '../../shared/format';
import { Refused } from '../../shared/Refused';
import { useAsk } from '../../shared/useAsk';
import { useSettled } from '../../shared/useSettled';
import { StepsLeft } from '../demands/DemandCreate';
import { demandFrom, demandOf, requestOf, stepsLeft } from '../demands/draft';
import { requestedMatchDocument, standingDocument } from '../operations';
import { ConsentPart } from './ConsentPart';
import { DemandPart } from './DemandPart';
import { Done } from './Done';
import { useApplication } from './useApplication';
import { VerdictNow } from './VerdictNow';

type Standing = { demands: { items: readonly FinancingDemand[] }; consents: { items: readonly Consent[] } };

/** The whole of an application on one page; `parameters` are those of the search for matches that led here. */
export function ApplyForm({ product, parameters }: { product: Product; parameters: URLSearchParams }) {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const { institution } = product;
  const [draft, setDraft] = useState(() => demandFrom(draftFrom(parameters)));
  const [demandId, setDemandId] = useState<string | null>(parameters.get('demand'));
  const [consentDraft, setConsentDraft] = useState<Draft>(() => ({
    ...emptyDraft(today),
    purpose: 'creditAssessment',
    recipientId: institution.id,
  }));
  const [wantsAnew, setWantsAnew] = useState(false);
  const standing = useAsk<Standing>(standingDocument, { institutionId: institution.id });
  const terms = useAsk<{ consentTerms: ConsentTerms }>(consentTermsDocument, {
    purpose: 'creditAssessment',
    recipientId: institution.id,
  });
  const demands = standing.data?.demands.items.filter(each => each.allowedVerbs.includes('submitApplication')) ?? [];
  const chosen = demands.find(({ id }) => id === demandId) ?? null;
  const request = JSON.parse(useSettled(JSON.stringify(requestOf(chosen ? demandOf(chosen) : draft)), 400)) as object;
  const match = useAsk<{ match: Match }>(requestedMatchDocument, { productId: product.id, request }).data?.match;
  const inForce = standing.data?.consents.items ?? [];
  const signsAnew = wantsAnew || inForce.length === 0;
  const { submit, isRunning, refusal, submitted } = useApplication(product, {
    onDemand: id => {
      setDemandId(id);
      void standing.refetch();
    },
    onConsent: () => {
      setWantsAnew(false);
      setConsentDraft({ ...consentDraft, hasRead: false });
      void standing.refetch();
    },
  });
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.apply.${key}`, values);

  if (submitted) return <Done product={product} application={submitted} />;
  const left = [...(chosen ? [] : stepsLeft(draft)), ...(signsAnew ? consentStepsLeft(consentDraft, today) : [])];
  const textHash = terms.data?.consentTerms.hash;
  const isReady = standing.data !== undefined && left.length === 0 && (!signsAnew || textHash !== undefined);
  const send = () =>
    submit({
      demandId: chosen?.id ?? null,
      draft,
      insteadOfId: chosen ? parameters.get('instead') : null,
      consent: signsAnew && textHash ? { draft: consentDraft, textHash } : null,
    });

  return (
    <Stack spacing={2} component="form" onSubmit={event => event.preventDefault()}>
      <Refused refusal={refusal}>
        <Section title={word('demand.title')}>
          <DemandPart demands={demands} chosen={chosen} draft={draft} onChoose={setDemandId} onDraft={setDraft} />
        </Section>
        {chosen && parameters.get('instead') ? <Alert severity="info">{word('instead')}</Alert> : null}
        {match ? <VerdictNow match={match} search={parameters.toString()} /> : null}
        <Section title={word('consent.title')} lead={word('consent.lead', { bank: institution.name })}>
          <ConsentPart
            bank={institution.name}
            today={today}
            inForce={inForce}
            signsAnew={signsAnew}
            onSignsAnew={setWantsAnew}
            draft={consentDraft}
            onDraft={setConsentDraft}
            terms={terms.data?.consentTerms ?? null}
            failure={terms.error}
            usedClasses={match?.findings.flatMap(({ predicates }) => predicates.map(each => each.dataClass)) ?? []}
          />
        </Section>
      </Refused>
      <Section title={word('submit.title')} lead={word('submit.bankSees', { bank: institution.name })}>
        <Stack spacing={2}>
          {standing.error ? <Failed error={standing.error} /> : null}
          <StepsLeft steps={left} />
          <Button
            type="submit"
            variant="contained"
            size="large"
            loading={isRunning}
            disabled={!isReady}
            onClick={() => void send()}
            sx={{ alignSelf: 'flex-start' }}
          >
            {word(signsAnew ? 'submit.sign' : 'submit.plain')}
          </Button>
        </Stack>
      </Section>
    </Stack>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 3 } }}>
      <Typography variant="h6" component="h2">
        {title}
      </Typography>
      {lead ? (
        <Typography color="text.secondary" sx={{ mb: 2, maxWidth: 820 }}>
          {lead}
        </Typography>
      ) : null}
      {children}
    </Paper>
  );
}
