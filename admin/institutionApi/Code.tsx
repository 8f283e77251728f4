import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** A text for machines, in its own lines, to be copied. */
export function Code({ text, label }: { text: string; label: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    notify('rongqiao.shared.copied', { type: 'success' });
  };
  return (
    <Box sx={{ position: 'relative', bgcolor: 'grey.100', borderRadius: 1 }}>
      <Box
        component="pre"
        tabIndex={0}
        aria-label={label}
        sx={{ m: 0, p: 1.5, pr: 6, overflowX: 'auto', fontSize: 13, lineHeight: 1.5, maxHeight: 360 }}
      >
        {text}
      </Box>
      <Tooltip title={translate('rongqiao.shared.copy')}>
        <IconButton
          aria-label={translate('rongqiao.shared.copy')}
          onClick={() => void copy()}
          sx={{ position: 'absolute', top: 4, right: 4 }}
        >
          <ContentCopyOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
