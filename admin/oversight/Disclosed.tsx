import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';

type Props = {
  figure: { readonly value: number | null; readonly isHidden: boolean };
  write: (value: number) => string;
};

/** A figure, or why there is none: withheld, or nothing to compute it from. Neither is ever written as a zero. */
export function Disclosed({ figure: { value, isHidden }, write }: Props) {
  const translate = useTranslate();
  if (isHidden)
    return (
      <Tooltip title={translate('rongqiao.oversight.withheld')}>
        <Box component="span" role="img" aria-label={translate('rongqiao.oversight.withheld')} tabIndex={0}>
          —
        </Box>
      </Tooltip>
    );
  if (value === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85em', fontWeight: 400 }}>
        {translate('rongqiao.oversight.noData')}
      </Box>
    );
  return <>{write(value)}</>;
}
