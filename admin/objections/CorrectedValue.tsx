import { MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DataClassField } from '../generated/schema';
import { FigureField } from '../products/form/FigureField';
import { useText } from '../shared/useLocale';
import { type Draft, isFigure, scaleOf } from './draft';

type Props = { fields: readonly DataClassField[]; draft: Draft; onChange: (draft: Draft) => void };

/** What the record should say, field by field, in the units that people speak of. */
export function CorrectedValue({ fields, draft, onChange }: Props) {
  return (
    <Stack spacing={2}>
      {fields.map(field => (
        <FieldInput
          key={field.key}
          field={field}
          said={draft[field.key] ?? null}
          onSay={said => onChange({ ...draft, [field.key]: said })}
        />
      ))}
    </Stack>
  );
}

type FieldProps = { field: DataClassField; said: Draft[string]; onSay: (said: Draft[string]) => void };

function FieldInput({ field, said, onSay }: FieldProps) {
  const text = useText();
  const translate = useTranslate();
  if (isFigure(field))
    return (
      <FigureField
        label={text(field.label)}
        unit={text(field.unit)}
        scale={scaleOf(field)}
        value={typeof said === 'number' ? said : null}
        onChange={onSay}
        isRequired={field.isRequired}
      />
    );
  const common = { label: text(field.label), required: field.isRequired, fullWidth: true };
  if (field.type === 'boolean' || field.type === 'enum') {
    const options =
      field.type === 'enum'
        ? field.values.map(({ code, label }) => ({ code, label: text(label) }))
        : (['yes', 'no'] as const).map(code => ({ code, label: translate(`rongqiao.objections.${code}`) }));
    const chosen = typeof said === 'boolean' ? (said ? 'yes' : 'no') : String(said ?? '');
    return (
      <TextField
        select
        {...common}
        value={chosen}
        onChange={({ target: { value } }) => onSay(field.type === 'boolean' ? value === 'yes' : value)}
      >
        {options.map(({ code, label }) => (
          <MenuItem key={code} value={code}>
            {label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <TextField
      {...common}
      type={field.type === 'date' ? 'date' : 'text'}
      value={String(said ?? '')}
      onChange={event => onSay(event.target.value)}
      slotProps={field.type === 'date' ? { inputLabel: { shrink: true } } : {}}
    />
  );
}
