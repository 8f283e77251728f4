import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { download } from '../../shared/download';
import { useLocale } from '../../shared/useLocale';

/** Of one offer, or of all that stand for a demand. */
type Props = { of: { readonly offer: string } | { readonly demand: string } };

/** The financing-cost sheet on one page of paper, in the language of the screen. */
export function PrintSheet({ of }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const locale = useLocale();
  const [isRunning, setIsRunning] = useState(false);
  const save = async () => {
    setIsRunning(true);
    try {
      await download({ path: `/export/cost-sheet.pdf?${new URLSearchParams(of)}`, locale, fallbackName: 'cost-sheet.pdf' });
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
    setIsRunning(false);
  };
  return (
    <Button variant="outlined" startIcon={<PrintOutlined />} loading={isRunning} onClick={() => void save()}>
      {translate(`rongqiao.financing.offers.print.${'offer' in of ? 'one' : 'all'}`)}
    </Button>
  );
}
