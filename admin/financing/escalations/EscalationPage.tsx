import { Box, Button, Chip, Pagination, Paper, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Escalation } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { escalationsDocument } from './operations';

const perPage = 20;
const standings = ['open', 'over'] as const;

/** What institutions have left past its limit, as the operator follows it up: by institution and step, never by firm. */
export function EscalationPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.escalations.${key}`);
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page')) || 1;
  const standing = parameters.get('standing') === 'over' ? 'over' : 'open';
  const query = useAsk<{ escalations: { items: readonly Escalation[]; total: number } }>(escalationsDocument, {
    list: { page, perPage, filter: { standing } },
  });
  return (
    <Page title={word('title')} lead={word('lead')}>
      <Tabs value={standing} onChange={(_, chosen) => setParameters({ standing: String(chosen) })} sx={{ mb: 2 }}>
        {standings.map(each => (
          <Tab key={each} value={each} label={word(`standing.${each}`)} />
        ))}
      </Tabs>
      <Answered query={query}>
        {({ escalations: { items, total } }) => (
          <Stack spacing={1.5}>
            {items.map(escalation => (
              <EscalationCard key={escalation.id} escalation={escalation} />
            ))}
            {total === 0 ? <Empty title={word('empty.title')} hint={word('empty.hint')} /> : null}
            {total > perPage ? (
              <Pagination
                count={Math.ceil(total / perPage)}
                page={page}
                onChange={(_, next) => setParameters({ standing, page: String(next) })}
              />
            ) : null}
          </Stack>
        )}
      </Answered>
    </Page>
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
