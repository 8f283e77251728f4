import ArrowBack from '@mui/icons-material/ArrowBack';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Chip, Pagination, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Me } from '../../authProvider';
import type { WhiteList, WhiteListContact, WhiteListEntry } from '../../generated/schema';
import { Answered } from '../../shared/Answered';
import { formatInstant } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { ContactDialog } from './ContactDialog';
import { whiteListShownDocument } from './operations';
import { WhiteListCard } from './WhiteListCard';

const perPage = 50;

type Shown = { whiteList: WhiteList; whiteListEntries: { items: readonly WhiteListEntry[]; total: number } };

/** One list with its firms: for a bank, whom to contact next; for the department, what the banks noted. */
export function WhiteListShow() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const [page, setPage] = useState(1);
  const [contacted, setContacted] = useState<WhiteListEntry | null>(null);
  const query = useAsk<Shown>(whiteListShownDocument, { id, list: { page, perPage } });
  const word = (key: string) => translate(`rongqiao.financing.whiteLists.${key}`);
  return (
    <Page
      title={query.data?.whiteList.name ?? word('title')}
      actions={
        <>
          {me?.organisation.kind === 'department' && me.role !== 'auditor' ? (
            <Button
              component={Link}
              to={`/imports?kind=whiteListFirms&list=${id}`}
              variant="contained"
              startIcon={<UploadFileOutlined />}
            >
              {word('importFirms')}
            </Button>
          ) : null}
          <Button component={Link} to="/whiteLists" startIcon={<ArrowBack />}>
            {word('back')}
          </Button>
        </>
      }
    >
      <Answered query={query}>
        {({ whiteList, whiteListEntries: { items, total } }) => (
          <Stack spacing={1.5}>
            <WhiteListCard list={whiteList} />
            {items.map(entry => (
              <Entry key={entry.id} entry={entry} onContact={() => setContacted(entry)} />
            ))}
            {total > perPage ? (
              <Pagination count={Math.ceil(total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
            ) : null}
          </Stack>
        )}
      </Answered>
      {contacted ? (
        <ContactDialog
          entry={contacted}
          onClose={() => {
            setContacted(null);
            void query.refetch();
          }}
        />
      ) : null}
    </Page>
  );
}

function Entry({ entry, onContact }: { entry: WhiteListEntry; onContact: () => void }) {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  const word = (key: string) => translate(`rongqiao.financing.whiteLists.${key}`);
  return (
    <Paper sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600 }}>{entry.enterprise.name}</Typography>
            {entry.hasApplied ? <Chip size="small" color="success" label={word('applied')} /> : null}
            {entry.leftAt ? <Chip size="small" label={word('left')} /> : null}
          </Stack>
          {entry.leaveReason ? <Typography variant="body2">{entry.leaveReason}</Typography> : null}
          {entry.contacts.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {word('contact.none')}
            </Typography>
          ) : null}
          {entry.contacts.map((contact, place) => (
            <Contact key={contact.id} contact={contact} isNewest={place === 0} isBank={me?.organisation.kind === 'bank'} />
          ))}
        </Box>
        {entry.allowedVerbs.includes('recordContact') ? (
          <Button variant={entry.contacts.length === 0 ? 'contained' : 'outlined'} onClick={onContact} sx={{ flexShrink: 0 }}>
            {word('contact.action')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
}

type ContactProps = { contact: WhiteListContact; isNewest: boolean; isBank: boolean };

function Contact({ contact, isNewest, isBank }: ContactProps) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.whiteLists.${key}`, values);
  const { contactedOn, result, note, nextOn, institution } = contact;
  const isOverdue = nextOn !== null && isNewest && nextOn < formatInstant(new Date().toISOString()).slice(0, 10);
  return (
    <Typography variant="body2" color="text.secondary">
      {[isBank ? '' : institution.name, word('contact.said', { day: contactedOn, result: word(`results.${result}`) }), note ?? '']
        .filter(Boolean)
        .join(' · ')}
      {nextOn && isNewest ? (
        <Typography component="span" variant="body2" color={isOverdue ? 'error' : 'text.primary'}>
          {' · '}
          {word(isOverdue ? 'contact.overdue' : 'contact.next', { day: nextOn })}
        </Typography>
      ) : null}
    </Typography>
  );
}
