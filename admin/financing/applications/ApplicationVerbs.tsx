import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { VerbButtons } from '../../shared/VerbButtons';
import { DisburseDialog } from '../deals/DisburseDialog';
import { ReasonDialog } from '../ReasonDialog';
import { type RefusalVerb, RefuseDialog } from './RefuseDialog';

const plainVerb = (verb: string, extra: { isPrimary?: boolean; isGrave?: boolean }) => ({
  label: `rongqiao.financing.applications.verbs.${verb}`,
  consequence: `rongqiao.financing.applications.consequences.${verb}`,
  ...extra,
});

/** Verbs that need nothing but to be meant. */
const plainVerbs = {
  acceptApplication: plainVerb('acceptApplication', { isPrimary: true }),
  withdrawApplication: plainVerb('withdrawApplication', { isGrave: true }),
};

const refusalVerbs: readonly RefusalVerb[] = ['declineApplication', 'rejectApplication'];

/** What the reader may do with the application now: the server says which. */
export function ApplicationVerbs({ application }: { application: Application }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<RefusalVerb | 'disburse' | 'keepOffer' | null>(null);
  const may = (verb: string) => application.allowedVerbs.includes(verb);
  const word = (verb: string) => translate(`rongqiao.financing.applications.verbs.${verb}`);
  const keep = (key: string) => translate(`rongqiao.financing.offers.keep.${key}`);
  const accepted = application.offers.find(({ state }) => state === 'accepted');
  return (
    <>
      {may('makeOffer') ? (
        <Button component={Link} to={`/applications/${application.id}/offer`} variant="contained">
          {word('makeOffer')}
        </Button>
      ) : null}
      {may('keepOffer') ? (
        <Button variant="outlined" onClick={() => setOpen('keepOffer')}>
          {word('keepOffer')}
        </Button>
      ) : null}
      {may('disburse') && accepted ? (
        <Button variant="contained" onClick={() => setOpen('disburse')}>
          {word('disburse')}
        </Button>
      ) : null}
      <VerbButtons resource="applications" record={application} verbs={plainVerbs} />
      {refusalVerbs.filter(may).map(verb => (
        <Button key={verb} variant="outlined" color="error" onClick={() => setOpen(verb)}>
          {word(verb)}
        </Button>
      ))}
      {open === 'disburse' && accepted ? (
        <DisburseDialog application={application} offer={accepted} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'keepOffer' ? (
        <ReasonDialog
          resource="applications"
          record={application}
          verb="keepOffer"
          words={{ title: keep('title'), text: keep('text'), reason: keep('reason') }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'declineApplication' || open === 'rejectApplication' ? (
        <RefuseDialog application={application} verb={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
