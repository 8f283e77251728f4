import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { CalendarYear } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { rangesOf } from './days';
import { ImportYearDialog } from './ImportYearDialog';
import { calendarYearsDocument } from './operations';

/** The working days that every limit is counted in: each known year with its days off and the weekend days worked. */
export function CalendarPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [isOpen, setOpen] = useState(false);
  const query = useAsk<{ calendarYears: readonly CalendarYear[] }>(calendarYearsDocument);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.calendar.${key}`, values);
  const next = (query.data?.calendarYears[0]?.year ?? new Date().getFullYear()) + 1;
  const mayImport = me?.organisation.kind === 'operator' && me.role !== 'auditor';
  return (
    <Page
      title={word('title')}
      lead={word('lead')}
      actions={
        mayImport ? (
          <Button variant="contained" onClick={() => setOpen(true)}>
            {word('import')}
          </Button>
        ) : null
      }
    >
      <Answered query={query}>
        {({ calendarYears }) => (
          <Stack spacing={1.5}>
            <Alert severity="info">{word('unknown', { year: next })}</Alert>
            {calendarYears.map(year => (
              <Year key={year.year} year={year} />
            ))}
          </Stack>
        )}
      </Answered>
      {isOpen ? <ImportYearDialog year={next} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}

function Year({ year: { year, holidays, workdays, source, importedAt } }: { year: CalendarYear }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.calendar.${key}`, values);
  const off = rangesOf(holidays).map(({ from, to }) => (from === to ? short(from) : `${short(from)} – ${short(to)}`));
  return (
    <Paper component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h2">
        {year}
      </Typography>
      <Typography>
        <strong>{word('holidays')}</strong> {off.join(word('comma'))}
      </Typography>
      <Typography>
        <strong>{word('workdays')}</strong> {workdays.map(short).join(word('comma')) || word('none')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {source} · {importedAt ? word('importedAt', { at: formatInstant(importedAt) }) : word('builtIn')}
      </Typography>
    </Paper>
  );
}

/** A day without its year, which stands above. */
const short = (day: string): string => day.slice(5);
