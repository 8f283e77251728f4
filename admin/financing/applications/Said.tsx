import { type SxProps, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Words that somebody wrote, after the name of what they are. */
export function Said({ name, text, sx }: { name: string; text: string; sx?: SxProps }) {
  const translate = useTranslate();
  return (
    <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', ...sx }}>
      <strong>
        {name}
        {translate('rongqiao.shared.colon')}
      </strong>
      {text}
    </Typography>
  );
}
