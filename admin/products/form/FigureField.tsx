import { InputAdornment, TextField } from '@mui/material';
import { useForkRef } from '@mui/material/utils';
import { type Ref, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRefused } from '../../shared/Refused';
import { type Scale, spokenOf, wholeOf } from '../figures';

type Props = {
  label: string;
  unit: string;
  scale: Scale;
  /** Whole number of the smallest unit; null when empty, NaN while what was typed is no figure. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  isWrong?: boolean;
  helperText?: string | undefined;
  isRequired?: boolean;
  /** The server's, so that the field says what was refused of it. */
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
};

/** A figure typed in the unit people speak of; what it stands for is exact. */
export function FigureField({
  label,
  unit,
  scale,
  value,
  onChange,
  onBlur,
  isWrong = false,
  helperText,
  isRequired = false,
  name,
  inputRef,
}: Props) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(() => spokenOf(value, scale));
  // What was typed stays as it was typed ("4.50"), until the value changes from elsewhere.
  const shown = Object.is(wholeOf(typed, scale), value) ? typed : spokenOf(value, scale);
  const isNoFigure = Number.isNaN(value);
  const { message, inputRef: ownRef } = useRefused(name, value);
  const ref = useForkRef(ownRef, inputRef);
  return (
    <TextField
      fullWidth
      margin="none"
      name={name}
      label={label}
      value={shown}
      required={isRequired}
      inputRef={ref}
      error={isWrong || isNoFigure || message !== null}
      helperText={
        isNoFigure ? translate('rongqiao.products.form.noFigure', { smart_count: scale.decimals }) : (message ?? helperText)
      }
      onBlur={onBlur}
      onChange={event => {
        setTyped(event.target.value);
        onChange(wholeOf(event.target.value, scale));
      }}
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off' },
        // The unit stands where a label that is not raised would.
        inputLabel: { shrink: true },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}
