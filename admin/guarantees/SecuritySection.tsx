import { Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useDueWords } from '../financing/applications/Due';
import { Section } from '../financing/applications/Section';
import type { Application, Guarantee } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { CollateralSection } from './collateral/CollateralSection';
import { securityDocument } from './operations';
import { GuaranteeStateChip } from './queue/GuaranteeStateChip';
import { LossExample } from './schemes/LossExample';

/** What stands behind the loan of an application: who guarantees it and what is pledged. */
export function SecuritySection({ application: { id, version } }: { application: Pick<Application, 'id' | 'version'> }) {
  const query = useAsk<{ application: Pick<Application, 'guarantee' | 'collateral'> }>(securityDocument, { id });
  const found = query.data?.application;
  if (!found) return null;
  return (
    <>
      {found.guarantee ? <GuaranteeSection key={version} guarantee={found.guarantee} /> : null}
      <CollateralSection collateral={found.collateral} applicationId={id} />
    </>
  );
}

function GuaranteeSection({ guarantee }: { guarantee: Guarantee }) {
  const translate = useTranslate();
  const due = useDueWords();
  const { id, state, clock, decisions, scheme, terms } = guarantee;
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.queue.${key}`, values);
  const waiting = decisions.filter(decision => decision.state === 'pending').map(({ name }) => name);
  return (
    <Section
      title={scheme.name}
      lead={word(`next.${state}`)}
      action={
        <Button component={Link} to={`/guarantees/${id}/show`} variant="outlined">
          {word('open')}
        </Button>
      }
    >
      <Typography component="div" sx={{ mb: 1.5 }}>
        <GuaranteeStateChip state={state} />{' '}
        {state === 'pending' && clock
          ? word('waitsFor', { names: waiting.join(translate('rongqiao.guarantees.comma')), day: clock.dueOn, due: due(clock) })
          : ''}
      </Typography>
      <LossExample terms={terms} isBrief />
    </Section>
  );
}
