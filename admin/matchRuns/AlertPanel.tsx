import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../authProvider';
import type { MatchAlert } from '../generated/schema';
import { useVocabulary } from '../products/useVocabulary';
import { formatAmount } from '../shared/format';
import { useAsk } from '../shared/useAsk';
import { useLocale } from '../shared/useLocale';
import { AlertDialog } from './AlertDialog';
import { matchAlertDocument } from './operations';
import { useAlertVerbs } from './useAlertVerbs';

/** Whether the firm is told when products become or cease to be open to it, and the way to change that. */
export function AlertPanel() {
  const translate = useTranslate();
  const say = (key: string) => translate(`rongqiao.matchRuns.alert.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const { end } = useAlertVerbs();
  const [isChoosing, setChoosing] = useState(false);
  const alert = useAsk<{ matchAlert: MatchAlert }>(matchAlertDocument).data?.matchAlert;
  if (!alert) return null;
  const mayChange = !!me && me.role !== 'auditor';
  return (
    <Paper component="section" sx={{ p: 2, mb: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' } }}>
        {alert.isOn ? <NotificationsActiveOutlined color="primary" /> : <NotificationsNoneOutlined color="action" />}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 600 }}>
            {alert.isOn ? say('on') : say('off')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {alert.isOn ? <Scope alert={alert} /> : null}
            {alert.isOn ? say('onHelp') : say('offHelp')}
          </Typography>
        </Box>
        {mayChange ? (
          <Stack direction="row" spacing={1}>
            <Button variant="outlined" onClick={() => setChoosing(true)}>
              {alert.isOn ? say('change') : say('turnOn')}
            </Button>
            {alert.isOn ? <Button onClick={() => void end()}>{say('turnOff')}</Button> : null}
          </Stack>
        ) : null}
      </Stack>
      {isChoosing ? <AlertDialog alert={alert} onClose={() => setChoosing(false)} /> : null}
    </Paper>
  );
}

/** Of which products it is told. */
function Scope({ alert: { label, amountFenMin } }: { alert: MatchAlert }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.matchRuns.alert.scope.${key}`, values);
  const parts = [
    ...(label ? [say('label', { label: labelOf('labels', label) })] : []),
    ...(amountFenMin ? [say('amount', { amount: formatAmount(amountFenMin, locale) })] : []),
  ];
  return (
    <Box component="span" sx={{ color: 'text.primary', mr: 1 }}>
      {parts.length > 0 ? parts.join(' · ') : say('all')}
      {locale === 'zh' ? '。' : '.'}
    </Box>
  );
}
