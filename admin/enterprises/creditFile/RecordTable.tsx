import {
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DataClassField } from '../../generated/schema';
import { ObjectButton, RecordMark } from '../../objections/RecordMark';
import { useLocale, useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';
import { useSourceName } from '../../shared/useSourceName';
import { Figures } from '../Figures';
import { formatFieldValue } from '../fieldValue';
import { entryCountOf, fieldIn, fieldsIn, type RecordShown } from './records';

type Props = {
  records: readonly RecordShown[];
  fields: readonly DataClassField[];
  /** The firm itself reads, and may say that a record is wrong. */
  canObject?: boolean;
  /** One below the other whatever the width, as in a dialog. */
  isNarrow?: boolean;
};

/** Records by the fields of their class: a table, or one card each on a phone. A register's check is said in a sentence. */
export function RecordTable({ records, fields, canObject = false, isNarrow = false }: Props) {
  const isWide = useMediaQuery('(min-width: 900px)') && !isNarrow;
  const entries = records.filter(record => entryCountOf(record) === null);
  const shown = { records: entries, fields: fieldsIn(entries, fields), canObject };
  return (
    <Stack spacing={1}>
      <Checks records={records} />
      {entries.length > 0 ? isWide ? <Rows {...shown} /> : <Cards {...shown} /> : null}
    </Stack>
  );
}

function Checks({ records }: { records: readonly RecordShown[] }) {
  const sourceOf = useSourceName();
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const checks = records.filter(record => entryCountOf(record) !== null);
  return checks.map(record => {
    const count = entryCountOf(record) ?? 0;
    const says =
      count === 0
        ? translate('rongqiao.enterprises.classes.noneKnown')
        : translate('rongqiao.enterprises.classes.records', { smart_count: count });
    return (
      <Typography key={record.id} variant="body2">
        {punctuation.pair(translate('rongqiao.enterprises.classes.asOf', { day: record.asOf }), says)}
        {punctuation.aside(sourceOf(record.source))}
      </Typography>
    );
  });
}

function Rows({ records, fields, canObject = false }: Props) {
  const sourceOf = useSourceName();
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const hasPeriod = records.some(record => record.period !== null);
  const hasMarks = canObject || records.some(record => record.objection !== null);
  const say = (column: string) => translate(`rongqiao.enterprises.classes.columns.${column}`);
  return (
    <TableContainer tabIndex={0} sx={{ maxHeight: 420 }}>
      <Table size="small" stickyHeader sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            {hasMarks ? <TableCell>{translate('rongqiao.objections.title')}</TableCell> : null}
            {hasPeriod ? <TableCell>{say('period')}</TableCell> : null}
            {fields.map(field => (
              <TableCell key={field.key} align={isFigure(field) ? 'right' : 'left'}>
                {text(field.label)}
              </TableCell>
            ))}
            <TableCell>{say('asOf')}</TableCell>
            <TableCell>{say('source')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {records.map(record => (
            <TableRow key={record.id}>
              {hasMarks ? (
                <TableCell>
                  <Objecting record={record} canObject={canObject} />
                </TableCell>
              ) : null}
              {hasPeriod ? <TableCell>{record.period}</TableCell> : null}
              {fields.map(field => (
                <TableCell key={field.key} align={isFigure(field) ? 'right' : 'left'}>
                  {formatFieldValue(field, fieldIn(record, field), locale)}
                </TableCell>
              ))}
              <TableCell>{record.asOf}</TableCell>
              <TableCell>{sourceOf(record.source)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const isFigure = (field: DataClassField): boolean => ['money', 'count', 'number', 'share'].includes(field.type);

/** What is objected to in a record, and the way to object to it: one objection at a time. */
function Objecting({ record: { id, objection }, canObject }: { record: RecordShown; canObject: boolean }) {
  return (
    <>
      <RecordMark objection={objection} />
      {canObject && objection?.state !== 'open' ? <ObjectButton recordId={id} /> : null}
    </>
  );
}

function Cards({ records, fields, canObject = false }: Props) {
  const sourceOf = useSourceName();
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  return records.map(record => (
    <Paper key={record.id} variant="outlined" sx={{ p: 1.5 }}>
      {record.period ? <Typography sx={{ fontWeight: 600, mb: 1 }}>{record.period}</Typography> : null}
      <Figures
        figures={fields.map(field => ({
          term: text(field.label),
          value: formatFieldValue(field, fieldIn(record, field), locale),
        }))}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {translate('rongqiao.enterprises.classes.asOf', { day: record.asOf })} · {sourceOf(record.source)}
      </Typography>
      <Objecting record={record} canObject={canObject} />
    </Paper>
  ));
}
