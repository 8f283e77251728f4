import { Alert, Button } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { SigningRules } from '../../generated/schema';
import { formatAmount } from '../../shared/format';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { mySigningLimitDocument } from './operations';

/** Why an officer of a firm cannot take what lies before them: it is above what they may sign. Nothing where it is not. */
export function AboveLimit({ amountFen }: { amountFen: number }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { permissions: me } = usePermissions<Me>();
  const isLimited = me?.organisation.kind === 'enterprise' && me.role === 'officer';
  const answer = useAsk<{ signingRules: Pick<SigningRules, 'mineFen'> }>(mySigningLimitDocument, {}, { enabled: isLimited }).data;
  const limitFen = answer?.signingRules.mineFen ?? null;
  if (limitFen === null || amountFen <= limitFen) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mt: 2 }}
      action={
        <Button component={Link} to="/signingLimits" color="inherit">
          {translate('rongqiao.financing.signingLimits.see')}
        </Button>
      }
    >
      {translate('rongqiao.financing.signingLimits.note', { limit: formatAmount(limitFen, locale) })}
    </Alert>
  );
}
