import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import type { AccessEvent, MassRead } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';

type Props = {
  readonly read: Pick<AccessEvent | MassRead, 'at' | 'purpose' | 'reader' | 'readerOrganisationId' | 'requestId'>;
  /** How many classes were given, and how many were not. */
  readonly allowed: number;
  readonly refused: number;
  /** Class by class. */
  readonly children: ReactNode;
};

/** One read in a line: who, when, what for, how much was given and refused; opened, class by class. */
export function ReadCard({ read, allowed, refused, children }: Props) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.accessLog.${key}`, values);
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
              {read.readerOrganisationId === me?.organisation.id ? say('self') : read.reader.name}
            </Typography>
            <Typography component="span" variant="body2" color="text.secondary">
              {formatInstant(read.at)} · {say(`purposes.${read.purpose}`)}
            </Typography>
          </Box>
          <Stack component="span" direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            {allowed > 0 ? <StateChip state="allowed" label={say('allowedCount', { smart_count: allowed })} /> : null}
            {refused > 0 ? <StateChip state="refused" label={say('refusedCount', { smart_count: refused })} /> : null}
          </Stack>
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}
        >
          {children}
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>
          {say('request', { id: read.requestId })}
        </Typography>
      </AccordionDetails>
    </Accordion>
  );
}

/** What came of one class, and on what ground where that is known. */
export function ReadClass({ outcome, children }: { outcome: 'allowed' | 'refused'; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Stack component="li" direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <StateChip state={outcome} label={translate(`rongqiao.enterprises.accessLog.outcomes.${outcome}`)} />
      <Typography variant="body2">{children}</Typography>
    </Stack>
  );
}
