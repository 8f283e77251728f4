import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import { formatInstant } from '../shared/format';
import { StateChip } from '../shared/StateChip';
import type { AccessEvent } from './accessEvents';
import { useClassName } from './useDataClasses';

/** One query in a line: who, when, what for, how much was given and refused; opened, class by class with the ground. */
export function AccessEventCard({ event }: { event: AccessEvent }) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const { first, allowed, refused } = event;
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.accessLog.${key}`, values);
  const isSelf = first.readerOrganisationId === me?.organisation.id;
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
              {isSelf ? say('self') : first.reader.name}
            </Typography>
            <Typography component="span" variant="body2" color="text.secondary">
              {formatInstant(first.at)} · {say(`purposes.${first.purpose}`)}
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
          {say('request', { id: first.requestId })}
        </Typography>
      </AccordionDetails>
    </Accordion>
  );
}

function Classes({ event }: { event: AccessEvent }) {
  const translate = useTranslate();
  const nameOf = useClassName();
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}
    >
      {event.entries.map(entry => (
        <Stack key={entry.id} component="li" direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <StateChip state={entry.outcome} label={translate(`rongqiao.enterprises.accessLog.outcomes.${entry.outcome}`)} />
          <Typography variant="body2">
            {nameOf(entry.dataClass)}
            <Typography component="span" variant="body2" color="text.secondary">
              ：{translate(`rongqiao.enterprises.accessLog.reasons.${entry.reason}`)}
            </Typography>
          </Typography>
        </Stack>
      ))}
    </Box>
  );
}
