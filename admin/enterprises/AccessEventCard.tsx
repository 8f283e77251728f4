import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { AccessEvent } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import { usePunctuation } from '../shared/usePunctuation';
import { useClassName } from './useDataClasses';

/** One query in a line: who, when, what for, how much was given and refused; opened, class by class with the ground. */
export function AccessEventCard({ event }: { event: AccessEvent }) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.accessLog.${key}`, values);
  const isSelf = event.readerOrganisationId === me?.organisation.id;
  const allowed = event.entries.filter(entry => entry.outcome === 'allowed').length;
  const refused = event.entries.length - allowed;
  return (
    <Accordion disableGutters slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack
          direction={{ xs: 'column', md: 'row' }}
          spacing={{ xs: 0.5, md: 2 }}
          sx={{ flex: 1, minWidth: 0, pr: 1, alignItems: { md: 'center' } }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
              {isSelf ? say('self') : event.reader.name}
            </Typography>
            <Typography component="span" variant="body2" color="text.secondary">
              {formatInstant(event.at)} · {say(`purposes.${event.purpose}`)}
            </Typography>
          </Box>
          <Stack component="span" direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            {allowed > 0 ? <StateChip state="allowed" label={say('allowedCount', { smart_count: allowed })} /> : null}
            {refused > 0 ? <StateChip state="refused" label={say('refusedCount', { smart_count: refused })} /> : null}
          </Stack>
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Classes event={event} />
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>
          {say('request', { id: event.requestId })}
        </Typography>
      </AccordionDetails>
    </Accordion>
  );
}

function Classes({ event }: { event: AccessEvent }) {
  const translate = useTranslate();
  const punctuation = usePunctuation();
  const nameOf = useClassName();
  const say = (key: string) => translate(`rongqiao.enterprises.accessLog.${key}`);
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}
    >
      {event.entries.map(entry => (
        <Stack key={entry.id} component="li" direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <StateChip state={entry.outcome} label={say(`outcomes.${entry.outcome}`)} />
          <Typography variant="body2">{punctuation.pair(nameOf(entry.dataClass), say(`reasons.${entry.reason}`))}</Typography>
        </Stack>
      ))}
    </Box>
  );
}
