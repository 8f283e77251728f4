import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ask } from '../client';
import type { ImportBatch } from '../generated/schema';
import { Failed } from '../shared/Answered';
import { formatCount } from '../shared/format';
import { useText } from '../shared/useLocale';
import { applyImportDocument, discardImportDocument } from './operations';

/** Where what was imported is found. */
const pageOf = ({ kind, listId }: Pick<ImportBatch, 'kind' | 'listId'>): string =>
  ({
    products: `/products?filter=${encodeURIComponent('{"revision":"draft"}')}`,
    repayments: '/transactions',
    whiteListFirms: `/whiteLists/${listId}`,
    enterprises: '/enterprises',
    invoices: '/enterprises',
    records: '/enterprises',
  })[kind];

const severities = { checked: 'info', applied: 'success', refused: 'error', failed: 'error', discarded: 'info' } as const;

/** What the check or the import came to, in a sentence, and the buttons that are sensible now. */
export function BatchNext({ batch, onChanged }: { batch: ImportBatch; onChanged: () => void }) {
  const translate = useTranslate();
  const text = useText();
  const { state } = batch;
  if (state === 'checking' || state === 'applying') return null;
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.imports.batch.${key}`, values);
  const hasCounts = state === 'checked' || state === 'applied';
  const sentence =
    hasCounts && batch.rowsNew === 0
      ? say(`${state}Nothing`)
      : say(state, { smart_count: batch.rowsNew, count: formatCount(batch.rowsNew) });
  return (
    <Alert severity={severities[state]}>
      <Typography sx={{ fontWeight: 600 }}>{sentence}</Typography>
      {batch.failure ? <Typography>{text(batch.failure)}</Typography> : null}
      {state === 'applied' ? <Typography>{say(`nextHint.${batch.kind}`)}</Typography> : null}
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ mt: 1.5, flexWrap: 'wrap' }}>
        <Decision batch={batch} onChanged={onChanged} />
        {state === 'applied' ? (
          <>
            <Button variant="contained" component={Link} to={pageOf(batch)}>
              {say(`next.${batch.kind}`)}
            </Button>
            <Button component={Link} to="/imports">
              {say('next.more')}
            </Button>
          </>
        ) : null}
        {state === 'refused' || state === 'failed' ? (
          <Button
            variant="contained"
            component={Link}
            to={`/imports?kind=${batch.kind}${batch.dataClass ? `&class=${batch.dataClass}` : ''}${batch.listId ? `&list=${batch.listId}` : ''}`}
          >
            {say(state === 'failed' ? 'retry' : 'again')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

function Decision({ batch, onChanged }: { batch: ImportBatch; onChanged: () => void }) {
  const translate = useTranslate();
  const [running, setRunning] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const run = async (document: string, verb: string) => {
    setRunning(verb);
    setRefusal(null);
    try {
      await ask(document, { id: batch.id });
    } catch (error) {
      setRefusal(error as Error);
    }
    setRunning(null);
    onChanged();
  };
  const may = (verb: string) => batch.allowedVerbs.includes(verb);
  return (
    <>
      {may('applyImport') && batch.rowsNew > 0 ? (
        <Button
          variant="contained"
          loading={running === 'apply'}
          disabled={running !== null}
          onClick={() => void run(applyImportDocument, 'apply')}
        >
          {translate('rongqiao.imports.batch.apply')}
        </Button>
      ) : null}
      {may('discardImport') ? (
        <Button
          loading={running === 'discard'}
          disabled={running !== null}
          onClick={() => void run(discardImportDocument, 'discard')}
        >
          {translate('rongqiao.imports.batch.discard')}
        </Button>
      ) : null}
      {refusal ? <Failed error={refusal} /> : null}
    </>
  );
}
