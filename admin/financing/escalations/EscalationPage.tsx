import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Escalation, EscalationCount } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { type Narrowing, StandingPage } from '../../shared/StandingPage';
import { useAsk } from '../../shared/useAsk';
import { escalationCountsDocument, escalationsDocument } from './operations';

/** What institutions have left past its limit, as the operator follows it up: by institution and step, never by firm. */
export function EscalationPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.escalations.${key}`);
  return (
    <StandingPage<Escalation>
      words="rongqiao.financing.escalations"
      lead={word('lead')}
      standings={['open', 'over']}
      document={escalationsDocument}
      list="escalations"
      perPage={20}
      card={escalation => <EscalationCard key={escalation.id} escalation={escalation} />}
      empty={<Empty title={word('empty.title')} hint={word('empty.hint')} />}
      narrowing={{ filter: 'institutionId', choices: given => <ByInstitution {...given} /> }}
    />
  );
}

/** How many each institution has, the most first; one of them shows its own alone. */
function ByInstitution({ standing, chosen, choose }: Narrowing) {
  const translate = useTranslate();
  const query = useAsk<{ escalationCounts: readonly EscalationCount[] }>(escalationCountsDocument, { standing });
  const counts = query.data?.escalationCounts ?? [];
  if (counts.length === 0) return null;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.escalations.${key}`, values);
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1}
      role="group"
      aria-label={word('byInstitution')}
      sx={{ flexWrap: 'wrap', mb: 2 }}
    >
      <Chip
        label={word('all', { smart_count: all })}
        color={chosen === null ? 'primary' : 'default'}
        aria-pressed={chosen === null}
        onClick={() => choose(null)}
      />
      {counts.map(({ institution, count }) => (
        <Chip
          key={institution.id}
          label={word('count', { name: institution.name, smart_count: count })}
          color={chosen === institution.id ? 'primary' : 'default'}
          variant={chosen === institution.id ? 'filled' : 'outlined'}
          aria-pressed={chosen === institution.id}
          onClick={() => choose(institution.id)}
        />
      ))}
    </Stack>
  );
}

function EscalationCard({ escalation }: { escalation: Escalation }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.escalations.${key}`, values);
  const state = (name: string) => translate(`rongqiao.financing.applications.states.${name}`);
  const { institution, product, dueOn, daysOver, escalatedAt, isOpen, stateNow, dispatchDemandId } = escalation;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ alignItems: { md: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
            <Typography variant="h6" component="h2">
              {institution.name}
            </Typography>
            <Chip
              size="small"
              color={isOpen ? 'error' : 'default'}
              variant={isOpen ? 'filled' : 'outlined'}
              label={
                isOpen ? word(daysOver ? 'over' : 'past', { smart_count: daysOver }) : word('now', { state: state(stateNow) })
              }
            />
          </Stack>
          <Typography variant="body2">
            {product} · {word('waits', { day: dueOn, step: state(escalation.state) })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {word('told', { time: formatInstant(escalatedAt) })}
          </Typography>
        </Box>
        {dispatchDemandId ? (
          <Button component={Link} to={`/dispatch/${dispatchDemandId}`} variant="outlined" sx={{ flexShrink: 0 }}>
            {word('dispatch')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
}
