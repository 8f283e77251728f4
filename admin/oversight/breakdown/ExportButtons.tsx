import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { MeasureDimension } from '../../generated/schema';
import { useLocale } from '../../shared/useLocale';
import { downloadMeasure } from './downloadMeasure';

type Props = { name: string; groupBy: readonly MeasureDimension[]; from: string; to: string };

const kinds = ['xlsx', 'csv'] as const;

/** The table as a file, with the same cells withheld. */
export function ExportButtons(asked: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const locale = useLocale();
  const [running, setRunning] = useState<(typeof kinds)[number] | null>(null);
  const download = async (kind: (typeof kinds)[number]) => {
    setRunning(kind);
    try {
      await downloadMeasure({ ...asked, kind, locale });
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
    setRunning(null);
  };
  return (
    <Stack direction="row" spacing={1}>
      {kinds.map(kind => (
        <Button
          key={kind}
          size="small"
          variant="outlined"
          startIcon={<DownloadOutlined />}
          loading={running === kind}
          onClick={() => void download(kind)}
        >
          {translate('rongqiao.oversight.export', { kind: kind.toUpperCase() })}
        </Button>
      ))}
    </Stack>
  );
}
