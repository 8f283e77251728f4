import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Button, Paper, Stack } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import type { RongqiaoDataProvider } from '../../dataProvider';
import type { FinancingDemand } from '../../generated/schema';
import { draftFrom } from '../../matches/request';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { Refused } from '../../shared/Refused';
import { useIdempotencyKey } from '../useIdempotencyKey';
import { DemandFields } from './DemandFields';
import { demandFrom, demandInputOf, stepsLeft } from './draft';
import { RouteFields } from './RouteFields';

/** A firm says what it needs; the address may already say it, as it does when it comes from a search for matches. */
export function DemandCreate() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const [parameters] = useSearchParams();
  const [draft, setDraft] = useState(() => demandFrom(draftFrom(parameters)));
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const { key } = useIdempotencyKey();
  const word = (name: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.demands.${name}`, values);
  const left = stepsLeft(draft);

  const save = async () => {
    setRunning(true);
    setRefusal(null);
    try {
      const demand = await dataProvider.run<FinancingDemand>('demands', 'openDemand', {
        input: demandInputOf(draft),
        idempotencyKey: key,
      });
      navigate(`/demands/${demand.id}/show?saved=1`);
    } catch (error) {
      setRefusal(error as Error);
      setRunning(false);
    }
  };

  return (
    <Page
      title={word('form.title')}
      lead={word('form.lead')}
      actions={
        <Button component={Link} to="/demands" startIcon={<ArrowBack />}>
          {word('back')}
        </Button>
      }
    >
      <Paper component="form" sx={{ p: { xs: 2, sm: 3 } }} onSubmit={event => event.preventDefault()}>
        <Stack spacing={2.5}>
          <Refused refusal={refusal}>
            <DemandFields draft={draft} onChange={setDraft} />
            <RouteFields draft={draft} today={formatInstant(new Date().toISOString()).slice(0, 10)} onChange={setDraft} />
          </Refused>
          <StepsLeft steps={left} />
          <Button
            type="submit"
            variant="contained"
            size="large"
            loading={isRunning}
            disabled={left.length > 0}
            onClick={() => void save()}
            sx={{ alignSelf: 'flex-start' }}
          >
            {word(draft.route === 'direct' ? 'form.save' : 'form.publish')}
          </Button>
        </Stack>
      </Paper>
    </Page>
  );
}

/** What is left to do before a form can be sent; nothing when it can. */
export function StepsLeft({ steps }: { steps: readonly string[] }) {
  const translate = useTranslate();
  if (steps.length === 0) return null;
  const words = steps.map(step => translate(`rongqiao.financing.apply.submit.steps.${step}`));
  return (
    <Alert severity="info">
      {translate('rongqiao.financing.apply.submit.todo', { steps: words.join(translate('rongqiao.products.say.comma')) })}
    </Alert>
  );
}
