import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Escalation } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { StandingPage } from '../../shared/StandingPage';
import { escalationsDocument } from './operations';

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
    />
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
