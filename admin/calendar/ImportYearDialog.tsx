import { TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { FormDialog } from '../shared/FormDialog';
import { daysWritten } from './days';
import { calendarYearsDocument } from './operations';

type Props = { year: number; onClose: () => void };

/** The operator brings in the holidays of a year as the notice says them. */
export function ImportYearDialog({ year: opened, onClose }: Props) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const [draft, setDraft] = useState({ year: String(opened), holidays: '', workdays: '', source: '' });
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.calendar.${key}`, values);
  const [holidays, workdays] = [daysWritten(draft.holidays), daysWritten(draft.workdays)];
  const year = Number(draft.year);
  const isOff = !Number.isInteger(year) || !holidays?.length || workdays === null || draft.source.trim().length < 2;
  const send = async () => {
    setRunning(true);
    setRefusal(null);
    try {
      const input = { year, holidays, workdays, source: draft.source.trim() };
      await dataProvider.run('calendarYears', 'importYear', { input });
      void client.invalidateQueries({ queryKey: ['rongqiao', calendarYearsDocument] });
      notify('rongqiao.calendar.imported', { type: 'success', messageArgs: { year } });
      onClose();
    } catch (error) {
      setRefusal(error as Error);
      setRunning(false);
    }
  };
  const field = (name: keyof typeof draft, extra: object = {}) => (
    <TextField
      required={name !== 'workdays'}
      label={word(name)}
      value={draft[name]}
      onChange={event => setDraft({ ...draft, [name]: event.target.value })}
      {...extra}
    />
  );
  const days = (name: 'holidays' | 'workdays', read: string[] | null) => ({
    multiline: true,
    minRows: 3,
    error: read === null,
    helperText: read === null ? word('wrongDays') : word(`${name}Help`, { smart_count: read.length }),
  });
  return (
    <FormDialog
      title={word('import')}
      text={word('importText')}
      confirm={word('import')}
      isRunning={isRunning}
      isOff={isOff}
      refusal={refusal}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      {field('year')}
      {field('holidays', days('holidays', holidays))}
      {field('workdays', days('workdays', workdays))}
      {field('source', { helperText: word('sourceHelp') })}
    </FormDialog>
  );
}
