import { Alert, AlertTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TermsGap } from '../../generated/schema';
import { useText } from '../../shared/useLocale';

/** What a firm would want to know and the product does not state; nothing when it states everything. */
export function Gaps({ gaps }: { gaps: readonly TermsGap[] }) {
  const translate = useTranslate();
  const text = useText();
  if (gaps.length === 0) return null;
  return (
    <Alert severity="warning">
      <AlertTitle>{translate('rongqiao.products.gapsTitle')}</AlertTitle>
      {gaps.map(gap => text(gap.text)).join(translate('rongqiao.products.say.semicolon'))}
    </Alert>
  );
}
