import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';

/** That a department has recommended the firm to this bank. */
export function OnLists({ application: { whiteLists } }: { application: Application }) {
  const translate = useTranslate();
  if (whiteLists.length === 0) return null;
  const names = whiteLists.join(translate('rongqiao.products.say.comma'));
  return <Alert severity="success">{translate('rongqiao.financing.applications.onLists', { names })}</Alert>;
}
