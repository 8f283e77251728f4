import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';

/** What the firm has going on with other lenders, as numbers: for a bank that it lets read its file. */
export function ExposureLine({ application: { exposure } }: { application: Application }) {
  const translate = useTranslate();
  if (!exposure) return null;
  const { liveApplications, lenders } = exposure;
  const word = (key: string, count: number) =>
    translate(`rongqiao.financing.applications.exposure.${key}`, { smart_count: count });
  return (
    <Alert severity={liveApplications + lenders > 2 ? 'warning' : 'info'}>
      {word('live', liveApplications)} {word('lenders', lenders)} {word('why', 0)}
    </Alert>
  );
}
