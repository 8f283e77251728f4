import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DataClass } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { DataClassFields } from './DataClassFields';

/** One class in a line: name, provider, refresh, who may read it. Opened, its fields. */
export function DataClassCard({ dataClass, isOpenAtFirst }: { dataClass: DataClass; isOpenAtFirst: boolean }) {
  const translate = useTranslate();
  const text = useText();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpenAtFirst) place.current?.scrollIntoView({ block: 'center' });
  }, [isOpenAtFirst]);
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.catalogue.${key}`, values);
  return (
    <Accordion
      ref={place}
      expanded={isOpen}
      onChange={(_, next) => setOpen(next)}
      disableGutters
      slotProps={{ heading: { component: 'h3' }, transition: { unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack
          direction={{ xs: 'column', md: 'row' }}
          spacing={{ xs: 0.5, md: 2 }}
          sx={{ flex: 1, minWidth: 0, alignItems: { md: 'center' }, pr: 1 }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {dataClass.number}. {text(dataClass.name)}
            </Typography>
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
              {text(dataClass.department)} · {say(`refresh.${dataClass.refresh}`)} ·{' '}
              {say('fieldCount', { smart_count: dataClass.fields.length })}
            </Typography>
          </Box>
          <AccessChip dataClass={dataClass} />
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={1.5}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            {dataClass.modes.map(mode => (
              <Chip key={mode} size="small" variant="outlined" label={say(`modes.${mode}`)} />
            ))}
            {dataClass.levels.map(level => (
              <Chip key={level} size="small" variant="outlined" label={say(`levels.${level}`)} />
            ))}
            <Chip size="small" variant="outlined" label={dataClass.code} sx={{ fontFamily: 'monospace' }} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {say(`shapes.${dataClass.shape}`)}
          </Typography>
          <DataClassFields fields={dataClass.fields} />
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}

/** Whether a class is open, asks for authorisation, or does so for some of its fields. */
export function AccessChip({ dataClass }: { dataClass: DataClass }) {
  const translate = useTranslate();
  const isPartly = dataClass.needsConsent && dataClass.fields.some(field => field.mode === 'O');
  const word = dataClass.needsConsent ? (isPartly ? 'partly' : 'consent') : 'open';
  return (
    <Chip
      size="small"
      variant="outlined"
      color={word === 'open' ? 'success' : 'warning'}
      label={translate(`rongqiao.enterprises.catalogue.${word}`)}
      sx={{ alignSelf: { xs: 'flex-start', md: 'center' } }}
    />
  );
}
