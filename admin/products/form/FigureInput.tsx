import { useInput, useTranslate } from 'react-admin';
import { percentScale, type Scale, wanScale, wholeScale, yuanScale } from '../figures';
import { FigureField } from './FigureField';

type Unit = 'wan' | 'yuan' | 'percent' | 'basisPoint' | 'month' | 'day';

const scales: Readonly<Record<Unit, Scale>> = {
  wan: wanScale,
  yuan: yuanScale,
  percent: percentScale,
  basisPoint: wholeScale,
  month: wholeScale,
  day: wholeScale,
};

type Check = (value: number | null, values: Record<string, unknown>) => string | undefined;
type Props = {
  source: string;
  label: string;
  unit: Unit;
  validate?: Check;
  helperText?: string;
  isRequired?: boolean;
  alwaysOn?: boolean;
};

const isFigure: Check = value =>
  typeof value === 'number' && Number.isNaN(value) ? 'rongqiao.products.form.noFigureShort' : undefined;
const isGiven: Check = value => (typeof value === 'number' ? undefined : 'ra.validation.required');

/** A figure of a form; its value is a whole number of fen, basis points, months or days, or null. */
export function FigureInput({ source, label, unit, validate, helperText, isRequired = false }: Props) {
  const translate = useTranslate();
  const { field, fieldState } = useInput<number | null>({
    source,
    defaultValue: null,
    validate: [isFigure, ...(isRequired ? [isGiven] : []), ...(validate ? [validate] : [])],
    format: (value: number | null | undefined) => value ?? null,
    parse: (value: number | null) => value,
  });
  const error = fieldState.error?.message?.replace(/^@@react-admin@@"|"$/g, '');
  return (
    <FigureField
      name={field.name}
      inputRef={field.ref}
      label={translate(label)}
      unit={translate(`rongqiao.products.units.${unit}`)}
      scale={scales[unit]}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isRequired={isRequired}
      isWrong={Boolean(error)}
      helperText={error ? translate(error, { _: error }) : helperText && translate(helperText)}
    />
  );
}

/** A check that the value is not below that of `lowSource`, both being given. */
export const notBelow =
  (lowSource: string): Check =>
  (value, values) => {
    const low = lowSource
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], values);
    return typeof value === 'number' && typeof low === 'number' && value < low ? 'rongqiao.products.form.inverted' : undefined;
  };
