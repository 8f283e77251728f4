import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Text } from '../../generated/schema';
import { spokenOf } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { useText } from '../../shared/useLocale';
import { isWrong, type StatedField, type Statement, scaleOf } from './draft';

type Props = {
  field: StatedField;
  /** What exactly is asked. */
  about: Text | null;
  stated: Statement[string];
  onChange: (stated: Statement[string]) => void;
};

/** One fact to state: a figure in the unit people speak of, or yes, no, and not stated. */
export function StatedFact({ field, about, stated, onChange }: Props) {
  const text = useText();
  const translate = useTranslate();
  const scale = scaleOf(field);
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.statement.${key}`, values);
  if (field.type === 'boolean')
    return <YesOrNo label={text(field.label)} about={text(about)} stated={stated} onChange={onChange} />;
  const wrong = isWrong(field, stated ?? undefined);
  return (
    <FigureField
      label={text(field.label)}
      unit={field.type === 'money' ? translate('rongqiao.products.units.wan') : text(field.unit)}
      scale={scale}
      value={typeof stated === 'number' ? stated : null}
      onChange={onChange}
      isWrong={wrong}
      helperText={wrong ? say('range', { min: spokenOf(field.min, scale), max: spokenOf(field.max, scale) }) : text(about)}
    />
  );
}

type YesOrNoProps = { label: string; about: string; stated: Statement[string]; onChange: (stated: boolean | null) => void };

const choices = { yes: true, no: false, unstated: null } as const;

function YesOrNo({ label, about, stated, onChange }: YesOrNoProps) {
  const id = useId();
  const translate = useTranslate();
  const chosen = stated === true ? 'yes' : stated === false ? 'no' : 'unstated';
  return (
    <FormControl>
      <FormLabel id={id}>{label}</FormLabel>
      <FormHelperText sx={{ mx: 0 }}>{about}</FormHelperText>
      <RadioGroup
        row
        aria-labelledby={id}
        value={chosen}
        onChange={event => onChange(choices[event.target.value as keyof typeof choices])}
      >
        {Object.keys(choices).map(choice => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" />}
            label={translate(`rongqiao.enterprises.statement.${choice}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
