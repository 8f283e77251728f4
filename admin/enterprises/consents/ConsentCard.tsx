import { Box, Button, Chip, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../../dataProvider';
import type { Consent } from '../../generated/schema';
import { formatInstant } from '../../shared/format';
import { StateChip } from '../../shared/StateChip';
import { daysBetween } from '../creditFile/freshness';
import { useClassName } from '../useDataClasses';

const daysWorthSaying = 30;
const chipOf = {
  inForce: 'active',
  notYetValid: 'pending',
  exhausted: 'expired',
  expired: 'expired',
  replaced: 'replaced',
  revoked: 'revoked',
} as const;

/** One consent: who, what for, which classes, until when; while it is in force, withdrawn with one click. */
export function ConsentCard({ consent }: { consent: Consent }) {
  const translate = useTranslate();
  const nameOf = useClassName();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.enterprises.consents.${key}`, values);
  const open = say('windowOpen');
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {consent.recipient.name}
            </Typography>
            <StateChip state={chipOf[consent.standing]} label={say(`standing.${consent.standing}`)} />
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {say(`kinds.${consent.recipient.kind}`)} · {say(`purposes.${consent.purpose}`)}
          </Typography>
          <Typography sx={{ mt: 1 }}>
            {say('until', { from: consent.validFrom, to: consent.validTo })}
            <EndsSoon consent={consent} />
          </Typography>
          <Typography variant="body2">
            {consent.readDaysMax === null
              ? say('readAny')
              : say('readLimited', { read: consent.readDays, most: consent.readDaysMax })}{' '}
            · {consent.dataLifeDays === 0 ? say('keptNone') : say('kept', { days: consent.dataLifeDays })}
          </Typography>
          <Typography variant="body2" sx={{ mt: 1, mb: 0.5 }}>
            {say('covers', { smart_count: consent.dataClasses.length })}
          </Typography>
          <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap' }}>
            {consent.dataClasses.map(code => (
              <Chip key={code} size="small" variant="outlined" label={nameOf(code)} />
            ))}
          </Stack>
          {consent.dataFrom || consent.dataTo ? (
            <Typography variant="body2" sx={{ mt: 1 }}>
              {say('dataWindow', { from: consent.dataFrom ?? open, to: consent.dataTo ?? open })}
            </Typography>
          ) : null}
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {say('signed', { at: formatInstant(consent.signedAt), version: consent.textVersion })}
            {consent.revokedAt ? ` · ${say('ended', { at: formatInstant(consent.revokedAt) })}` : ''}
            {consent.revokeReason ? ` · ${say('reason', { reason: consent.revokeReason })}` : ''}
          </Typography>
        </Box>
        {consent.allowedVerbs.includes('revokeConsent') ? <Revoke consent={consent} /> : null}
      </Stack>
    </Paper>
  );
}

function EndsSoon({ consent }: { consent: Consent }) {
  const translate = useTranslate();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const days = daysBetween(today, consent.validTo);
  if (consent.standing !== 'inForce' || days > daysWorthSaying) return null;
  return (
    <Typography component="span" variant="body2" color="warning.main" sx={{ ml: 1, fontWeight: 600 }}>
      {translate('rongqiao.enterprises.consents.endsSoon', { smart_count: days })}
    </Typography>
  );
}

/** One click, without a question in between: taking back must be as easy as giving (个人信息保护法 15). */
function Revoke({ consent }: { consent: Consent }) {
  const [isRunning, setRunning] = useState(false);
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();
  const revoke = async () => {
    setRunning(true);
    try {
      await dataProvider.run('consents', 'revokeConsent', { id: consent.id, version: consent.version });
      notify('rongqiao.enterprises.consents.revoked', { type: 'success', messageArgs: { name: consent.recipient.name } });
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
    setRunning(false);
    refresh();
  };
  return (
    <Box sx={{ width: { md: 190 } }}>
      <Button variant="outlined" color="error" fullWidth loading={isRunning} onClick={() => void revoke()}>
        {translate('rongqiao.enterprises.consents.revoke')}
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {translate('rongqiao.enterprises.consents.revokeHint')}
      </Typography>
    </Box>
  );
}
