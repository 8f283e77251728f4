import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Typography } from '@mui/material';
import { type DragEvent, useState } from 'react';
import { useTranslate } from 'react-admin';

type Props = { file: File | null; onFile: (file: File) => void; isDisabled: boolean };

/** A place to drop a file on, or to choose one with the mouse or the keyboard. */
export function FileDrop({ file, onFile, isDisabled }: Props) {
  const translate = useTranslate();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.item(0);
    if (first) onFile(first);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isDisabled) take(event.dataTransfer.files);
  };
  return (
    <Box
      component="label"
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'block',
        position: 'relative',
        p: 3,
        textAlign: 'center',
        border: '2px dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        bgcolor: isOver ? 'action.hover' : 'background.default',
        borderRadius: 1,
        cursor: isDisabled ? 'default' : 'pointer',
        '&:focus-within': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      <UploadFileOutlined color="primary" sx={{ fontSize: 40 }} />
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {file
          ? translate('rongqiao.imports.chosen', { name: file.name, size: sizeOf(file.size) })
          : translate('rongqiao.imports.drop')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {file ? translate('rongqiao.imports.other') : translate('rongqiao.imports.formats')}
      </Typography>
      <Box
        component="input"
        type="file"
        accept=".csv,.gz,.xlsx,.txt"
        disabled={isDisabled}
        aria-label={translate('rongqiao.imports.drop')}
        onChange={event => take((event.target as HTMLInputElement).files)}
        sx={{ position: 'absolute', top: 0, left: 0, width: '1px', height: '1px', opacity: 0 }}
      />
    </Box>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
