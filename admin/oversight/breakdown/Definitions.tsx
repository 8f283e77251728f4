import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Measure } from '../../generated/schema';
import { useText } from '../../shared/useLocale';

type Props = {
  measures: readonly Pick<Measure, 'name' | 'label' | 'definition'>[];
  /** One deal may carry several labels, so labels add up to more than their total. */
  isByLabel: boolean;
};

/** The sentence of each measure that is shown: what is counted, and how. */
export function Definitions({ measures, isByLabel }: Props) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Box component="section">
      <Typography variant="subtitle2" component="h3">
        {translate('rongqiao.oversight.breakdown.definitions')}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {measures.map(({ name, label, definition }) => (
          <Typography key={name} variant="body2" component="div" sx={{ mt: 0.5 }}>
            <Box component="dt" sx={{ display: 'inline', fontWeight: 600, mr: 1 }}>
              {text(label)}
            </Box>
            <Box component="dd" sx={{ display: 'inline', m: 0, color: 'text.secondary' }}>
              {text(definition)}
            </Box>
          </Typography>
        ))}
      </Box>
      {isByLabel ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {translate('rongqiao.oversight.breakdown.labelsOverlap')}
        </Typography>
      ) : null}
    </Box>
  );
}
