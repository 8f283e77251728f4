import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import {
  Datagrid,
  FunctionField,
  List,
  type RaRecord,
  TextField,
  TopToolbar,
  useGetList,
  usePermissions,
  useTranslate,
} from 'react-admin';
import type { Me } from '../../authProvider';
import type { InstitutionReport } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { formatInstant, formatRate } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { formatCityAmount } from '../figure';
import { monthNow, monthsBetween, shiftMonth } from '../months';
import { averageRate } from './draft';
import { ReportMonth } from './ReportMonth';

type Row = InstitutionReport & RaRecord;

const label = (key: string) => `rongqiao.oversight.reports.${key}`;

/** How far back a month may still be reported for the first time: growth is over the year before. */
const monthsOffered = 36;

/** What a bank has reported month by month, and the way to report the next or to correct one. */
export function InstitutionReportList() {
  const translate = useTranslate();
  const locale = useLocale();
  const isWide = useMediaQuery('(min-width: 900px)');
  const { permissions: me } = usePermissions<Me>();
  const [dialog, setDialog] = useState<{ corrected?: InstitutionReport } | null>(null);
  const reported = useGetList<Row>('institutionReports', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'month', order: 'DESC' },
  });
  const mayReport = !!me && me.role !== 'auditor';
  const known = new Set(reported.data?.map(({ month }) => month));
  const open = monthsBetween(shiftMonth(monthNow(), -monthsOffered), shiftMonth(monthNow(), -1))
    .filter(month => !known.has(month))
    .reverse();
  const amount = (of: (report: Row) => number) => (report: Row) => formatCityAmount(of(report), locale);
  return (
    <List
      title={translate(label('title'))}
      sort={{ field: 'month', order: 'DESC' }}
      perPage={25}
      exporter={false}
      empty={false}
      actions={
        <TopToolbar sx={{ bgcolor: { xs: 'transparent' } }}>
          {mayReport && open.length > 0 ? (
            <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setDialog({})}>
              {translate(label('report'))}
            </Button>
          ) : null}
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" sx={{ p: 2, pb: 0 }}>
        {translate(label('lead'))}
      </Typography>
      <Datagrid
        sx={{ '& .MuiTableCell-root': { whiteSpace: { md: 'nowrap' }, px: { xs: 0.75, md: 1.5 } } }}
        bulkActionButtons={false}
        rowClick={false}
        empty={<Empty title={translate(label('empty'))} hint={translate(label('emptyHint'))} />}
      >
        <TextField source="month" label={label('month')} />
        <FunctionField<Row> label={label('depositsShort')} textAlign="right" render={amount(({ depositsFen }) => depositsFen)} />
        <FunctionField<Row> label={label('loansShort')} textAlign="right" render={amount(({ loansFen }) => loansFen)} />
        {isWide ? (
          <FunctionField<Row>
            label={label('newLoansShort')}
            textAlign="right"
            render={amount(({ newLoansFen }) => newLoansFen)}
          />
        ) : null}
        {isWide ? (
          <FunctionField<Row> label={label('rateShort')} textAlign="right" render={report => formatRate(averageRate(report))} />
        ) : null}
        {isWide ? (
          <FunctionField<Row>
            label={label('directFinancingShort')}
            textAlign="right"
            render={amount(({ directFinancingFen }) => directFinancingFen)}
          />
        ) : null}
        {isWide ? (
          <FunctionField<Row>
            label={label('reportedAt')}
            sortBy="reportedAt"
            render={({ reportedAt }) => formatInstant(reportedAt)}
          />
        ) : null}
        {mayReport ? (
          <FunctionField<Row>
            label=""
            textAlign="right"
            render={report => (
              <Button size="small" onClick={() => setDialog({ corrected: report })}>
                {translate(label('correct'))}
              </Button>
            )}
          />
        ) : null}
      </Datagrid>
      {dialog ? <ReportMonth months={open} corrected={dialog.corrected} onClose={() => setDialog(null)} /> : null}
    </List>
  );
}
