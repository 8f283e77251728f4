import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { VerbButtons } from '../../shared/VerbButtons';
import { ContractDialog } from '../contracts/ContractDialog';
import { SignDialog } from '../contracts/SignDialog';
import { AnswerDialog } from '../corrections/AnswerDialog';
import { CorrectionDialog } from '../corrections/CorrectionDialog';
import { DisburseDialog } from '../deals/DisburseDialog';
import { InPrincipleDialog } from '../indications/InPrincipleDialog';
import { OpenLineDialog } from '../lines/dialogs';
import { ReasonDialog } from '../ReasonDialog';
import { RefuseDialog } from './RefuseDialog';

const plainVerb = (verb: string, extra: { isPrimary?: boolean; isGrave?: boolean }) => ({
  label: `rongqiao.financing.applications.verbs.${verb}`,
  consequence: `rongqiao.financing.applications.consequences.${verb}`,
  ...extra,
});

/** Verbs that need nothing but to be meant. */
const plainVerbs = {
  acceptApplication: plainVerb('acceptApplication', { isPrimary: true }),
  startDueDiligence: plainVerb('startDueDiligence', { isPrimary: true }),
  requestGuarantee: plainVerb('requestGuarantee', { isPrimary: true }),
  approveApplication: plainVerb('approveApplication', { isPrimary: true }),
  withdrawApplication: plainVerb('withdrawApplication', { isGrave: true }),
};

/** Verbs with a page of their own, where an offer is written. */
const pageVerbs = ['makeOffer', 'amendApproval'] as const;

/** Verbs with a dialog of their own, the way on before the ways out. */
const dialogVerbs = {
  answerCorrection: { variant: 'contained', color: 'primary' },
  issueContract: { variant: 'contained', color: 'primary' },
  signContract: { variant: 'contained', color: 'primary' },
  disburse: { variant: 'contained', color: 'primary' },
  openLine: { variant: 'outlined', color: 'primary' },
  keepOffer: { variant: 'outlined', color: 'primary' },
  giveInPrinciple: { variant: 'outlined', color: 'primary' },
  requestCorrection: { variant: 'outlined', color: 'primary' },
  declineApplication: { variant: 'outlined', color: 'error' },
  rejectApplication: { variant: 'outlined', color: 'error' },
  cancelApplication: { variant: 'outlined', color: 'error' },
} as const;
type DialogVerb = keyof typeof dialogVerbs;

/** What the reader may do with the application now: the server says which. */
export function ApplicationVerbs({ application }: { application: Application }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<DialogVerb | null>(null);
  const may = (verb: string) => application.allowedVerbs.includes(verb);
  const word = (verb: string) => translate(`rongqiao.financing.applications.verbs.${verb}`);
  // A firm that gives up a granted credit says why: there is no second button for leaving without a word.
  const isGranted = may('cancelApplication');
  return (
    <>
      {pageVerbs.filter(may).map(verb => (
        <Button
          key={verb}
          component={Link}
          to={`/applications/${application.id}/offer`}
          variant={verb === 'makeOffer' ? 'contained' : 'outlined'}
        >
          {word(verb)}
        </Button>
      ))}
      <VerbButtons
        resource="applications"
        record={application}
        verbs={isGranted ? { approveApplication: plainVerbs.approveApplication } : plainVerbs}
      />
      {(Object.keys(dialogVerbs) as DialogVerb[]).filter(may).map(verb => (
        <Button key={verb} {...dialogVerbs[verb]} onClick={() => setOpen(verb)}>
          {word(verb)}
        </Button>
      ))}
      {open ? <VerbDialog verb={open} application={application} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

type DialogProps = { verb: DialogVerb; application: Application; onClose: () => void };

function VerbDialog({ verb, application, onClose }: DialogProps) {
  const translate = useTranslate();
  const props = { application, onClose };
  const approved = application.offers.find(({ state }) => state === 'accepted');
  if (verb === 'declineApplication' || verb === 'rejectApplication') return <RefuseDialog verb={verb} {...props} />;
  if (verb === 'openLine') return <OpenLineDialog {...props} />;
  if (verb === 'requestCorrection') return <CorrectionDialog {...props} />;
  if (verb === 'answerCorrection') return <AnswerDialog {...props} />;
  if (verb === 'giveInPrinciple') return <InPrincipleDialog {...props} />;
  if (verb === 'keepOffer' || verb === 'cancelApplication') {
    const word = (key: string) =>
      translate(`rongqiao.financing.${verb === 'keepOffer' ? 'offers.keep' : 'applications.cancel'}.${key}`);
    return (
      <ReasonDialog
        resource="applications"
        record={application}
        verb={verb}
        words={{ title: word('title'), text: word('text'), reason: word('reason') }}
        isGrave={verb === 'cancelApplication'}
        onClose={onClose}
      />
    );
  }
  if (!approved) return null;
  if (verb === 'issueContract') return <ContractDialog approved={approved} {...props} />;
  if (verb === 'signContract') return <SignDialog approved={approved} {...props} />;
  return <DisburseDialog offer={approved} {...props} />;
}
