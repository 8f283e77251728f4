import ArrowBack from '@mui/icons-material/ArrowBack';
import { Box, Button, Checkbox, Chip, FormControlLabel, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { DispatchDemand, DispatchSuggestion } from '../../generated/schema';
import { useSayings } from '../../products/terms/useSayings';
import { Answered, Failed } from '../../shared/Answered';
import { formatDays, formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { applicationChipOf } from '../applications/chips';
import { Section } from '../applications/Section';
import { useRun } from '../useRun';
import { DispatchCard } from './DispatchCard';
import { operations } from './operations';

/** One demand to be passed on: the banks that have had it, and those that it may go to next. */
export function DispatchPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const query = useAsk<{ dispatchDemand: DispatchDemand }>(operations.dispatchDemands.one, { id });
  const shown = query.data?.dispatchDemand;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.dispatch.${key}`, values);
  return (
    <Page
      title={shown ? word('of', { firm: shown.enterprise.name }) : word('title')}
      actions={
        <Button component={Link} to="/dispatch" startIcon={<ArrowBack />}>
          {word('back')}
        </Button>
      }
    >
      <Answered query={query}>
        {({ dispatchDemand }) => (
          <Stack spacing={2}>
            <DispatchCard demand={dispatchDemand} />
            <Invitations demand={dispatchDemand} />
            <Suggestions key={dispatchDemand.invitations.length} demand={dispatchDemand} onDone={() => void query.refetch()} />
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function Invitations({ demand: { invitations } }: { demand: DispatchDemand }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.dispatch.${key}`, values);
  return (
    <Section title={word('invitations')}>
      {invitations.length === 0 ? <Typography color="text.secondary">{word('none')}</Typography> : null}
      <Stack spacing={1}>
        {invitations.map(({ id, institution, state, invitedAt, isPassedOn }) => (
          <Stack key={id} direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography>{institution.name}</Typography>
            <StateChip state={applicationChipOf[state]} label={translate(`rongqiao.financing.applications.states.${state}`)} />
            {isPassedOn ? <Chip size="small" variant="outlined" label={word('passedOn')} /> : null}
            <Typography variant="body2" color="text.secondary">
              {word('invitedAt', { day: formatInstant(invitedAt).slice(0, 10) })}
            </Typography>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

function Suggestions({ demand, onDone }: { demand: DispatchDemand; onDone: () => void }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { run, isRunning, refusal } = useRun('dispatchDemands', 'inviteInstitutions', onDone);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.dispatch.${key}`, values);
  const mayInvite = demand.allowedVerbs.includes('inviteInstitutions');
  const toggle = (id: string, isChosen: boolean) => setChosen(isChosen ? [...chosen, id] : chosen.filter(each => each !== id));
  return (
    <Section title={word('suggestions')} lead={word('suggestionsLead')}>
      {demand.suggestions.length === 0 ? <Typography color="text.secondary">{word('noSuggestions')}</Typography> : null}
      <Stack spacing={0.5}>
        {demand.suggestions.map(fit => (
          <Suggested
            key={fit.productId}
            fit={fit}
            isChosen={chosen.includes(fit.productId)}
            isOff={!mayInvite || (chosen.length >= demand.placesLeft && !chosen.includes(fit.productId))}
            onChange={isChosen => toggle(fit.productId, isChosen)}
          />
        ))}
      </Stack>
      {refusal ? <Failed error={refusal} /> : null}
      {mayInvite && demand.suggestions.length > 0 ? (
        <Button
          variant="contained"
          loading={isRunning}
          disabled={chosen.length === 0}
          onClick={() => void run({ demandId: demand.id, productIds: chosen })}
          sx={{ mt: 2 }}
        >
          {chosen.length === 0 ? word('choose') : word('invite', { smart_count: chosen.length })}
        </Button>
      ) : null}
    </Section>
  );
}

type SuggestedProps = { fit: DispatchSuggestion; isChosen: boolean; isOff: boolean; onChange: (isChosen: boolean) => void };

function Suggested({ fit, isChosen, isOff, onChange }: SuggestedProps) {
  const translate = useTranslate();
  const terms = useTerms();
  return (
    <FormControlLabel
      sx={{ alignItems: 'flex-start', mr: 0 }}
      control={<Checkbox checked={isChosen} disabled={isOff} onChange={(_, next) => onChange(next)} />}
      label={
        <Box sx={{ py: 1 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography>
              {fit.institution} · {fit.name}
            </Typography>
            <StateChip state={fit.verdict} label={translate(`rongqiao.matches.verdicts.${fit.verdict}`)} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {terms(fit)}
          </Typography>
        </Box>
      }
    />
  );
}

const promisedSteps = ['accept', 'contact', 'decide', 'disburse'] as const;

/** What a bank asks, promises and keeps, in one line: what an operator chooses by. */
function useTerms() {
  const translate = useTranslate();
  const locale = useLocale();
  const say = useSayings();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.market.dispatch.${key}`, values);
  return ({ rateBpsMin, rateBpsMax, promisedDays, speed }: DispatchSuggestion): string => {
    const rate = say.rate({ rateBpsMin, rateBpsMax });
    const promises = promisedSteps.flatMap(step => {
      const days = promisedDays?.[step] ?? null;
      return days === null ? [] : [word('promise', { step: translate(`rongqiao.products.steps.${step}`), smart_count: days })];
    });
    return [
      rate ? word('rate', { rate }) : word('noRate'),
      promises.length > 0 ? word('promises', { steps: promises.join(locale === 'zh' ? '、' : ', ') }) : word('noPromise'),
      speed?.basis === 'measured' ? word('answers', { time: formatDays(speed.days, locale) }) : word('noAnswers'),
    ].join(' · ');
  };
}
