import ArrowBack from '@mui/icons-material/ArrowBack';
import { Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { SecuritySection } from '../../guarantees/SecuritySection';
import { Answered } from '../../shared/Answered';
import { Page } from '../../shared/Page';
import { useAsk } from '../../shared/useAsk';
import { ContractSection } from '../contracts/ContractSection';
import { CorrectionSection } from '../corrections/CorrectionSection';
import { IndicationSection } from '../indications/IndicationSection';
import { OfferSection } from '../offers/OfferSection';
import { operations } from '../operations';
import { ApplicationVerbs } from './ApplicationVerbs';
import { CarriedSection } from './CarriedSection';
import { ConsentSection } from './ConsentSection';
import { Course } from './Course';
import { Elsewhere } from './Elsewhere';
import { ExposureLine } from './ExposureLine';
import { FrozenTerms } from './FrozenTerms';
import { History } from './History';
import { JudgedThen } from './JudgedThen';
import { NextStep } from './NextStep';
import { OnLists } from './OnLists';
import { RequestSection } from './RequestSection';
import { type Side, useSide } from './side';

/** One application as its firm or its bank sees it: what to do next before all else, then everything it rests on. */
export function ApplicationShow() {
  const { id = '' } = useParams();
  const side = useSide();
  const translate = useTranslate();
  const query = useAsk<{ application: Application }>(operations.applications.one, { id });
  const shown = query.data?.application;
  const word = (key: string) => translate(`rongqiao.financing.applications.${key}`);
  if (!side) return null;
  return (
    <Page
      title={
        shown
          ? side === 'firm'
            ? shown.productVersion.name
            : (shown.enterprise?.name ?? word('nameless'))
          : word(`${side}.title`)
      }
      lead={shown ? (side === 'firm' ? shown.institution.name : shown.productVersion.name) : undefined}
      actions={
        <>
          <Button component={Link} to="/applications" startIcon={<ArrowBack />}>
            {word('back')}
          </Button>
          {shown && side === 'firm' ? <Elsewhere application={shown} /> : null}
          {shown ? <ApplicationVerbs application={shown} /> : null}
        </>
      }
    >
      <Answered query={query}>{({ application }) => <Sections application={application} side={side} />}</Answered>
    </Page>
  );
}

const Sections = ({ application, side }: { application: Application; side: Side }) => (
  <Stack spacing={2}>
    <NextStep application={application} side={side} />
    <Course application={application} />
    <CorrectionSection application={application} />
    <CarriedSection application={application} />
    <ContractSection application={application} />
    <SecuritySection application={application} />
    <OfferSection application={application} />
    <IndicationSection application={application} />
    <RequestSection application={application} side={side} />
    {side === 'bank' ? <ExposureLine application={application} /> : null}
    {side === 'bank' ? <OnLists application={application} /> : null}
    {application.enterprise ? <ConsentSection application={application} side={side} /> : null}
    {application.origin === 'applied' || application.findings ? <JudgedThen application={application} side={side} /> : null}
    <FrozenTerms application={application} />
    <History application={application} />
  </Stack>
);
