import { Box, Button, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EarlyWarning, WarningResult, WarningResultWord } from '../../generated/schema';
import { Empty } from '../../shared/Empty';
import { FormDialog } from '../../shared/FormDialog';
import { formatInstant } from '../../shared/format';
import { StandingPage } from '../../shared/StandingPage';
import { StateChip } from '../../shared/StateChip';
import { useAsk } from '../../shared/useAsk';
import { useText } from '../../shared/useLocale';
import { VerbButtons } from '../../shared/VerbButtons';
import { Said } from '../applications/Said';
import { useRun } from '../useRun';
import { earlyWarningsDocument, warningResultsDocument } from './operations';

const chipOf = { raised: 'failed', seen: 'pending', resolved: 'finished' } as const;

/** What has turned with the firms that a bank has lent to and may watch over. */
export function WarningPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.financing.warnings.${key}`);
  return (
    <StandingPage<EarlyWarning>
      words="rongqiao.financing.warnings"
      lead={word('lead')}
      standings={['open', 'resolved']}
      document={earlyWarningsDocument}
      list="earlyWarnings"
      perPage={10}
      card={warning => <WarningCard key={warning.id} warning={warning} />}
      empty={<Empty title={word('empty.title')} hint={word('empty.hint')} />}
    />
  );
}

function WarningCard({ warning }: { warning: EarlyWarning }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.warnings.${key}`, values);
  const [isResolving, setResolving] = useState(false);
  const { enterprise, state, stateLabel, resultLabel, note, raisedAt, resolvedAt, allowedVerbs } = warning;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h6" component="h2">
              {enterprise.name}
            </Typography>
            <StateChip state={chipOf[state]} label={text(stateLabel)} />
          </Stack>
          <Typography sx={{ my: 0.5, overflowWrap: 'anywhere' }}>{text(warning.text)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {formatInstant(raisedAt)}
            {resolvedAt ? ` · ${word('resolvedAt', { at: formatInstant(resolvedAt) })}` : ''}
          </Typography>
          {resultLabel ? <Said name={word('result')} text={[text(resultLabel), note].filter(Boolean).join(' · ')} /> : null}
        </Box>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'flex-start' }}>
          <Button component={Link} to={`/enterprises/${enterprise.id}/show`}>
            {word('file')}
          </Button>
          <VerbButtons
            resource="warnings"
            record={warning}
            verbs={{
              seeWarning: {
                label: 'rongqiao.financing.warnings.see',
                consequence: 'rongqiao.financing.warnings.seeText',
              },
            }}
          />
          {allowedVerbs.includes('resolveWarning') ? (
            <Button variant="contained" onClick={() => setResolving(true)}>
              {word('resolve')}
            </Button>
          ) : null}
        </Stack>
      </Stack>
      {isResolving ? <ResolveDialog warning={warning} onClose={() => setResolving(false)} /> : null}
    </Paper>
  );
}

function ResolveDialog({ warning: { id, version }, onClose }: { warning: EarlyWarning; onClose: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string) => translate(`rongqiao.financing.warnings.${key}`);
  const [result, setResult] = useState<WarningResult | ''>('');
  const [note, setNote] = useState('');
  const results = useAsk<{ warningResults: readonly WarningResultWord[] }>(warningResultsDocument).data?.warningResults ?? [];
  const { run, isRunning, refusal } = useRun('warnings', 'resolveWarning', onClose, 'rongqiao.financing.warnings.done');
  return (
    <FormDialog
      title={word('resolve')}
      text={word('resolveText')}
      confirm={word('resolve')}
      isRunning={isRunning}
      isOff={result === ''}
      refusal={refusal}
      onConfirm={() => void run({ id, version, result, note: note.trim() || null })}
      onClose={onClose}
    >
      <TextField
        select
        required
        label={word('result')}
        value={result}
        onChange={event => setResult(event.target.value as WarningResult)}
      >
        {results.map(({ code, label }) => (
          <MenuItem key={code} value={code}>
            {text(label)}
          </MenuItem>
        ))}
      </TextField>
      <TextField multiline minRows={2} label={word('note')} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
