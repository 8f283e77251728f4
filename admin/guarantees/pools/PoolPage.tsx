import {
  Box,
  Button,
  MenuItem,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { Me } from '../../authProvider';
import { Section } from '../../financing/applications/Section';
import { useRun } from '../../financing/useRun';
import type { CompensationPool } from '../../generated/schema';
import { wanScale } from '../../products/figures';
import { FigureField } from '../../products/form/FigureField';
import { Answered } from '../../shared/Answered';
import { Empty } from '../../shared/Empty';
import { FormDialog } from '../../shared/FormDialog';
import { formatAmount, formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { useLocale } from '../../shared/useLocale';
import { holdersDocument, poolsDocument } from '../operations';

const useWord = () => {
  const translate = useTranslate();
  return (key: string, values?: Record<string, unknown>) => translate(`rongqiao.guarantees.pools.${key}`, values);
};

/** The compensation pools with their ledgers. */
export function PoolPage() {
  const word = useWord();
  const { permissions: me } = usePermissions<Me>();
  const [isOpening, setOpening] = useState(false);
  const query = useAsk<{ pools: { items: readonly CompensationPool[] } }>(poolsDocument);
  const mayOpen = me && me.role !== 'auditor' && ['operator', 'department'].includes(me.organisation.kind);
  return (
    <Page
      title={word('title')}
      lead={word('lead')}
      actions={
        mayOpen ? (
          <Button variant="contained" onClick={() => setOpening(true)}>
            {word('open')}
          </Button>
        ) : null
      }
    >
      <Answered query={query}>
        {({ pools: { items } }) =>
          items.length === 0 ? (
            <Empty title={word('empty')} hint={word('emptyHint')} />
          ) : (
            <Stack spacing={2}>
              {items.map(pool => (
                <Pool key={pool.id} pool={pool} />
              ))}
            </Stack>
          )
        }
      </Answered>
      {isOpening && me ? <OpenDialog me={me} onClose={() => setOpening(false)} /> : null}
    </Page>
  );
}

function Pool({ pool }: { pool: CompensationPool }) {
  const word = useWord();
  const locale = useLocale();
  const [isPaying, setPaying] = useState(false);
  const { name, holder, balanceFen, entries, allowedVerbs } = pool;
  return (
    <Section
      title={name}
      lead={`${holder.name} · ${word('balance', { amount: formatAmount(balanceFen, locale) })}`}
      action={
        allowedVerbs.includes('depositIntoPool') ? (
          <Button variant="outlined" onClick={() => setPaying(true)}>
            {word('deposit')}
          </Button>
        ) : undefined
      }
    >
      {entries.length === 0 ? (
        <Typography color="text.secondary">{word('noEntries')}</Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap', px: { xs: 1, sm: 2 } } }}>
            <TableHead>
              <TableRow>
                <TableCell>{word('columns.on')}</TableCell>
                <TableCell>{word('columns.kind')}</TableCell>
                <TableCell align="right">{word('columns.amount')}</TableCell>
                <TableCell align="right">{word('columns.balance')}</TableCell>
                <TableCell>{word('columns.note')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {entries.toReversed().map(({ id, bookedOn, kind, amountFen, balanceFen: after, note }) => (
                <TableRow key={id}>
                  <TableCell>{bookedOn}</TableCell>
                  <TableCell>{word(`kinds.${kind}`)}</TableCell>
                  <TableCell align="right">
                    {kind === 'compensation' ? '−' : '+'}
                    {formatAmount(amountFen, locale)}
                  </TableCell>
                  <TableCell align="right">{formatAmount(after, locale)}</TableCell>
                  <TableCell>{note}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {isPaying ? <DepositDialog pool={pool} onClose={() => setPaying(false)} /> : null}
    </Section>
  );
}

function DepositDialog({ pool: { id, version, name }, onClose }: { pool: CompensationPool; onClose: () => void }) {
  const word = useWord();
  const translate = useTranslate();
  const [amountFen, setAmountFen] = useState<number | null>(null);
  const [bookedOn, setBookedOn] = useState(formatInstant(new Date().toISOString()).slice(0, 10));
  const [note, setNote] = useState('');
  const { run, isRunning, refusal } = useRun('pools', 'depositIntoPool', onClose);
  return (
    <FormDialog
      title={word('deposit')}
      text={word('depositText', { name })}
      confirm={word('deposit')}
      isRunning={isRunning}
      isOff={!amountFen || amountFen < 0 || bookedOn === ''}
      refusal={refusal}
      onConfirm={() => void run({ id, version, input: { amountFen, bookedOn, note: note.trim() || null } })}
      onClose={onClose}
    >
      <FigureField
        label={word('columns.amount')}
        unit={translate('rongqiao.products.units.wan')}
        scale={wanScale}
        value={amountFen}
        onChange={setAmountFen}
        isRequired
      />
      <TextField
        type="date"
        required
        label={word('columns.on')}
        value={bookedOn}
        onChange={event => setBookedOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField label={word('columns.note')} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}

type Holders = Readonly<
  Record<'department' | 'regulator', { readonly items: readonly { readonly id: string; readonly name: string }[] }>
>;

function OpenDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const word = useWord();
  const isOwn = me.organisation.kind === 'department';
  const query = useAsk<Holders>(holdersDocument, {}, { enabled: !isOwn });
  const [name, setName] = useState('');
  const [holderId, setHolderId] = useState(isOwn ? me.organisation.id : '');
  const { run, isRunning, refusal } = useRun('pools', 'openPool', onClose);
  const holders = [...(query.data?.regulator.items ?? []), ...(query.data?.department.items ?? [])];
  return (
    <FormDialog
      title={word('open')}
      text={word('openText')}
      confirm={word('open')}
      isRunning={isRunning}
      isOff={name.trim().length < 2 || holderId === ''}
      refusal={refusal}
      onConfirm={() => void run({ input: { name: name.trim(), holderId } })}
      onClose={onClose}
    >
      <TextField autoFocus required label={word('name')} value={name} onChange={event => setName(event.target.value)} />
      {isOwn ? null : (
        <TextField select required label={word('holder')} value={holderId} onChange={event => setHolderId(event.target.value)}>
          {holders.map(holder => (
            <MenuItem key={holder.id} value={holder.id}>
              {holder.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormDialog>
  );
}
