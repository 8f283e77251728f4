import {
  Box,
  Chip,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DataClassField } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { usePunctuation } from '../../shared/usePunctuation';

/** The fields of a class: a table where there is room for one, cards on a phone. */
export function DataClassFields({ fields }: { fields: readonly DataClassField[] }) {
  const isWide = useMediaQuery('(min-width: 900px)');
  return isWide ? <FieldTable fields={fields} /> : <FieldCards fields={fields} />;
}

const columns = ['field', 'type', 'unit', 'range', 'access', 'note'];

function FieldTable({ fields }: { fields: readonly DataClassField[] }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <TableCell key={column}>{translate(`rongqiao.enterprises.catalogue.columns.${column}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map(field => (
          <TableRow key={field.key}>
            <TableCell component="th" scope="row">
              {text(field.label)}
              <FieldKey field={field} />
            </TableCell>
            <TableCell>{translate(`rongqiao.enterprises.catalogue.types.${field.type}`)}</TableCell>
            <TableCell>{text(field.unit) || '—'}</TableCell>
            <TableCell>
              <Range field={field} />
            </TableCell>
            <TableCell>{translate(`rongqiao.enterprises.catalogue.modes.${field.mode}`)}</TableCell>
            <TableCell>
              <Notes field={field} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function FieldCards({ fields }: { fields: readonly DataClassField[] }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Stack spacing={1}>
      {fields.map(field => (
        <Paper key={field.key} variant="outlined" sx={{ p: 1.5 }}>
          <Typography sx={{ fontWeight: 600 }}>{text(field.label)}</Typography>
          <FieldKey field={field} />
          <Typography variant="body2">
            {[translate(`rongqiao.enterprises.catalogue.types.${field.type}`), text(field.unit)].filter(Boolean).join(' · ')}
          </Typography>
          <Range field={field} />
          <Stack direction="row" useFlexGap spacing={0.5} sx={{ mt: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography variant="body2" color="text.secondary">
              {translate(`rongqiao.enterprises.catalogue.modes.${field.mode}`)}
            </Typography>
            <Notes field={field} />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

const FieldKey = ({ field }: { field: DataClassField }) => (
  <Box component="span" sx={{ display: 'block', fontFamily: 'monospace', fontSize: 12, color: 'text.secondary' }}>
    {field.key}
  </Box>
);

function Range({ field }: { field: DataClassField }) {
  const punctuation = usePunctuation();
  const text = useText();
  const values = punctuation.list(field.values.map(({ label }) => text(label)));
  return values ? <Typography variant="body2">{values}</Typography> : null;
}

function Notes({ field }: { field: DataClassField }) {
  const translate = useTranslate();
  const notes = [...(field.isRequired ? ['required'] : []), ...(field.isPersonal ? ['personal'] : [])];
  return (
    <Stack component="span" direction="row" spacing={0.5}>
      {notes.map(note => (
        <Chip
          key={note}
          size="small"
          color={note === 'personal' ? 'warning' : 'default'}
          variant="outlined"
          label={translate(`rongqiao.enterprises.catalogue.${note}`)}
        />
      ))}
    </Stack>
  );
}
