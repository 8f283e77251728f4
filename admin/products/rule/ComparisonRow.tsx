import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, FormHelperText, IconButton, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useText } from '../../shared/useLocale';
import { AttributePicker } from './AttributePicker';
import { comparisonBy, type Dictionary, firstComparison } from './attributes';
import type { Comparison } from './clauses';
import type { Gap } from './gaps';
import { useFigureWords } from './useFigureWords';
import { ValueField } from './ValueField';

type Props = {
  dictionary: Dictionary;
  comparison: Comparison;
  /** What is missing here; shown as an error once the person has begun with the row. */
  gap: Gap | undefined;
  /** What the platform finds wrong here. */
  problems: readonly string[];
  onChange: (comparison: Comparison) => void;
  onRemove: () => void;
};

const columns = { xs: '1fr auto', md: 'minmax(200px, 5fr) minmax(130px, 3fr) minmax(220px, 6fr) auto' };

/** One comparison: attribute, operator of its kind, what is required; what is wrong with it stands below. */
export function ComparisonRow({ dictionary, comparison, gap, problems, onChange, onRemove }: Props) {
  const translate = useTranslate();
  const text = useText();
  const { sayFigure } = useFigureWords();
  const attribute = dictionary.attributes.find(({ key }) => key === comparison.attr);
  // A flag has one way to be compared: what it should be is all there is to choose.
  const hasChoice = (attribute?.operators.length ?? 0) > 1 || gap?.word === 'operator';
  const isBegun = comparison.attr !== undefined;
  const sayGap = (found: Gap): string => {
    if (found.word !== 'range' || !attribute) return translate(`rongqiao.products.rule.gaps.${found.word}`);
    return translate('rongqiao.products.rule.gaps.range', {
      min: sayFigure(attribute, found.min),
      max: sayFigure(attribute, found.max),
    });
  };
  // What was mistyped is told by its field.
  const wrong = gap ? (isBegun && gap.word !== 'mistyped' ? [sayGap(gap)] : []) : problems;
  return (
    <Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: columns, gap: 1, alignItems: 'start' }}>
        <AttributePicker
          dictionary={dictionary}
          chosen={comparison.attr}
          isMissing={isBegun && gap?.word === 'attribute'}
          onChoose={chosen => onChange(firstComparison(chosen))}
        />
        <IconButton
          aria-label={translate('rongqiao.products.rule.removeComparison')}
          onClick={onRemove}
          sx={{ gridColumn: { xs: 2, md: 4 }, gridRow: 1, mt: 0.25 }}
        >
          <DeleteOutlined />
        </IconButton>
        {attribute ? (
          <>
            {hasChoice ? (
              <TextField
                select
                margin="none"
                fullWidth
                label={translate('rongqiao.products.rule.operator')}
                value={attribute.operators.some(({ code }) => code === comparison.op) ? comparison.op : ''}
                error={gap?.word === 'operator'}
                onChange={event => onChange(comparisonBy(attribute, event.target.value, comparison))}
                sx={{ gridColumn: { xs: '1 / -1', md: 2 }, gridRow: { md: 1 } }}
              >
                {attribute.operators.map(({ code, label }) => (
                  <MenuItem key={code} value={code}>
                    {text(label)}
                  </MenuItem>
                ))}
              </TextField>
            ) : null}
            <Box sx={{ gridColumn: { xs: '1 / -1', md: hasChoice ? 3 : '2 / 4' }, gridRow: { md: 1 }, minWidth: 0 }}>
              <ValueField attribute={attribute} comparison={comparison} isMissing={gap !== undefined} onChange={onChange} />
            </Box>
          </>
        ) : null}
      </Box>
      {wrong.map(sentence => (
        <FormHelperText key={sentence} error role="alert">
          {sentence}
        </FormHelperText>
      ))}
      {!isBegun && gap ? <FormHelperText>{sayGap(gap)}</FormHelperText> : null}
    </Box>
  );
}
