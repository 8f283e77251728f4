import { Autocomplete, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Attribute } from '../../generated/schema';
import { useLocale, useText } from '../../shared/useLocale';
import { wholeScale } from '../figures';
import { FigureField } from '../form/FigureField';
import { IndustryCodesField } from '../form/IndustryCodesField';
import { RegionCodesField } from '../form/RegionCodesField';
import { isMonths, scaleOf } from './attributes';
import type { Comparison } from './clauses';
import { useFigureWords } from './useFigureWords';

type Props = { attribute: Attribute; comparison: Comparison; isMissing: boolean; onChange: (comparison: Comparison) => void };

/** What is required, typed in the unit of the attribute or chosen from its values. */
export function ValueField({ attribute, comparison, isMissing, onChange }: Props) {
  const translate = useTranslate();
  const { op = '', value } = comparison;
  const put = (next: unknown) => onChange({ ...comparison, value: next });
  if (isMonths(op))
    return (
      <FigureField
        label={translate('rongqiao.products.rule.months')}
        unit={translate('rongqiao.products.units.month')}
        scale={wholeScale}
        value={comparison.months ?? null}
        isWrong={isMissing}
        onChange={months => onChange({ ...comparison, months })}
      />
    );
  if (op === 'between') return <RangeField attribute={attribute} value={value} isMissing={isMissing} onChange={put} />;
  if (attribute.kind === 'number') return <BoundField attribute={attribute} value={value} isMissing={isMissing} onChange={put} />;
  if (attribute.kind === 'boolean') return <FlagField attribute={attribute} value={value} onChange={put} />;
  if (attribute.kind !== 'tree') return <ChoicesField attribute={attribute} value={value} isMissing={isMissing} onChange={put} />;
  const Codes = attribute.tree === 'adcode' ? RegionCodesField : IndustryCodesField;
  return <Codes label={translate('rongqiao.products.rule.values')} codes={stringsOf(value)} isWrong={isMissing} onChange={put} />;
}

type FieldProps = { attribute: Attribute; value: unknown; isMissing: boolean; onChange: (value: unknown) => void };

const figureOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];

function BoundField({ attribute, value, isMissing, onChange }: FieldProps) {
  const translate = useTranslate();
  const { unitOf, sayFigure } = useFigureWords();
  return (
    <Stack spacing={0.75} sx={{ width: '100%' }}>
      <FigureField
        label={translate('rongqiao.products.rule.value')}
        unit={unitOf(attribute)}
        scale={scaleOf(attribute)}
        value={figureOf(value)}
        isWrong={isMissing}
        onChange={onChange}
      />
      {value === null || value === undefined ? (
        <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography variant="caption" color="text.secondary">
            {translate('rongqiao.products.rule.usual')}
          </Typography>
          {attribute.commonCuts.slice(0, 6).map(cut => (
            <Chip key={cut} size="small" variant="outlined" label={sayFigure(attribute, cut)} onClick={() => onChange(cut)} />
          ))}
        </Stack>
      ) : null}
    </Stack>
  );
}

function RangeField({ attribute, value, isMissing, onChange }: FieldProps) {
  const translate = useTranslate();
  const { unitOf } = useFigureWords();
  const [low, high] = Array.isArray(value) ? [figureOf(value[0]), figureOf(value[1])] : [null, null];
  return (
    <Stack direction="row" spacing={1} sx={{ width: '100%' }}>
      <FigureField
        label={translate('rongqiao.products.rule.low')}
        unit={unitOf(attribute)}
        scale={scaleOf(attribute)}
        value={low}
        isWrong={isMissing}
        onChange={next => onChange([next, high])}
      />
      <FigureField
        label={translate('rongqiao.products.rule.high')}
        unit={unitOf(attribute)}
        scale={scaleOf(attribute)}
        value={high}
        isWrong={isMissing}
        onChange={next => onChange([low, next])}
      />
    </Stack>
  );
}

function FlagField({ attribute, value, onChange }: Omit<FieldProps, 'isMissing'>) {
  const translate = useTranslate();
  const text = useText();
  return (
    <TextField
      select
      margin="none"
      fullWidth
      label={translate('rongqiao.products.rule.value')}
      value={String(value === true)}
      onChange={event => onChange(event.target.value === 'true')}
    >
      {attribute.values.map(({ code, label }) => (
        <MenuItem key={code} value={code}>
          {text(label)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ChoicesField({ attribute, value, isMissing, onChange }: FieldProps) {
  const translate = useTranslate();
  const text = useText();
  const locale = useLocale();
  const codes = stringsOf(value);
  return (
    <Autocomplete
      key={locale}
      multiple
      fullWidth
      disableCloseOnSelect
      options={attribute.values.map(({ code }) => code)}
      value={[...codes]}
      getOptionLabel={code => text(attribute.values.find(word => word.code === code)?.label) || code}
      onChange={(_, next) => onChange(next)}
      renderInput={props => (
        <TextField {...props} margin="none" label={translate('rongqiao.products.rule.values')} error={isMissing} />
      )}
    />
  );
}
