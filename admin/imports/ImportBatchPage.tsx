import ArrowBack from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useClassName } from '../enterprises/useDataClasses';
import type { ImportBatch } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { formatCount, formatInstant } from '../shared/format';
import { Page } from '../shared/Page';
import { StateChip } from '../shared/StateChip';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { BatchCounts } from './BatchCounts';
import { BatchNext } from './BatchNext';
import { importBatchDocument } from './operations';
import { Problems } from './Problems';
import { Sample } from './Sample';

const isUnderway = (batch: Pick<ImportBatch, 'state'> | undefined) => batch?.state === 'checking' || batch?.state === 'applying';

const pollMilliseconds = 700;

/** One file on its way in: how far it is, what was found in it, and what to do next. */
export function ImportBatchPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const nameOf = useClassName();
  const query = useAsk<{ importBatch: ImportBatch }>(
    importBatchDocument,
    { id },
    { refetchInterval: data => (isUnderway(data?.importBatch) ? pollMilliseconds : false) },
  );
  const batch = query.data?.importBatch;
  const what = batch
    ? [
        translate(`rongqiao.imports.kinds.${batch.kind}`),
        batch.dataClass ? translate('rongqiao.imports.batch.ofClass', { name: nameOf(batch.dataClass) }) : '',
        formatInstant(batch.createdAt),
      ]
    : [];
  return (
    <Page
      title={batch?.fileName ?? translate('rongqiao.imports.title')}
      lead={what.filter(Boolean).join(' · ')}
      actions={
        <Button component={Link} to="/imports" startIcon={<ArrowBack />}>
          {translate('rongqiao.imports.batch.back')}
        </Button>
      }
    >
      <Answered query={query}>
        {({ importBatch }) => <Batch batch={importBatch} onChanged={() => void query.refetch()} />}
      </Answered>
    </Page>
  );
}

function Batch({ batch, onChanged }: { batch: ImportBatch; onChanged: () => void }) {
  const translate = useTranslate();
  const text = useText();
  return (
    <Stack spacing={2.5}>
      <Box>
        <StateChip size="medium" state={batch.state} label={translate(`rongqiao.imports.states.${batch.state}`)} />
      </Box>
      {isUnderway(batch) ? <Progress batch={batch} /> : <BatchNext batch={batch} onChanged={onChanged} />}
      {batch.state === 'checking' ? null : <BatchCounts batch={batch} />}
      {batch.notes.length > 0 ? (
        <Alert severity="info">
          <Typography component="h2" sx={{ fontWeight: 600 }}>
            {translate('rongqiao.imports.batch.notes')}
          </Typography>
          {batch.notes.map(note => (
            <Typography key={note.zh} variant="body2">
              {text(note)}
            </Typography>
          ))}
        </Alert>
      ) : null}
      {batch.problemCount > 0 ? <Problems batch={batch} /> : null}
      {batch.sample ? <Sample sample={batch.sample} /> : null}
    </Stack>
  );
}

function Progress({ batch }: { batch: ImportBatch }) {
  const translate = useTranslate();
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.imports.batch.${key}`, values);
  const isWaiting = batch.percent === 0 && batch.rowsRead === 0;
  return (
    <Paper sx={{ p: { xs: 2, sm: 3 } }} role="status">
      <Typography gutterBottom>{say(isWaiting ? 'waiting' : batch.state)}</Typography>
      <LinearProgress
        variant={isWaiting ? 'indeterminate' : 'determinate'}
        value={batch.percent}
        aria-label={say(batch.state)}
        sx={{ height: 8, borderRadius: 4 }}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {batch.percent} %
        {batch.state === 'checking'
          ? ` · ${say('rowsSoFar', { smart_count: batch.rowsRead, count: formatCount(batch.rowsRead) })}`
          : ''}
      </Typography>
    </Paper>
  );
}
