import { Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ObjectionMark } from '../generated/schema';
import { formatInstant } from '../shared/format';
import { RaiseDialog } from './RaiseDialog';

type Mark = Pick<ObjectionMark, 'state' | 'statement' | 'raisedAt'>;

/** That a firm objects to a record, and in which words; nothing beside a record that nobody objects to. */
export function RecordMark({ objection }: { objection: Mark | null }) {
  const translate = useTranslate();
  if (!objection) return null;
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start', whiteSpace: 'normal', minWidth: 220 }}>
      <Chip
        size="small"
        color="warning"
        variant={objection.state === 'open' ? 'filled' : 'outlined'}
        label={translate(`rongqiao.objections.mark.${objection.state}`)}
      />
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {translate('rongqiao.objections.markSays', {
          at: formatInstant(objection.raisedAt).slice(0, 10),
          statement: objection.statement,
        })}
      </Typography>
    </Stack>
  );
}

/** The way for a firm to say that a record is wrong. */
export function ObjectButton({ recordId }: { recordId: string }) {
  const [isOpen, setOpen] = useState(false);
  const translate = useTranslate();
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} sx={{ whiteSpace: 'nowrap' }}>
        {translate('rongqiao.objections.raise')}
      </Button>
      {isOpen ? <RaiseDialog recordId={recordId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
