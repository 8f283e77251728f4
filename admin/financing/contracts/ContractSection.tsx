import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Application } from '../../generated/schema';
import { formatInstant, formatRate } from '../../shared/format';
import { Section } from '../applications/Section';
import { AboveLimit } from '../signingLimits/AboveLimit';

/** The contract and what it states; nothing before it is issued. */
export function ContractSection({ application: { contract, state, offers } }: { application: Application }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.contracts.${key}`, values);
  if (!contract) return null;
  const approved = offers.find(offer => offer.state === 'accepted');
  return (
    <Section title={word('title')}>
      <Typography>{word('states', { number: contract.number, rate: formatRate(contract.annualisedRateBps) })}</Typography>
      <Typography variant="body2" color="text.secondary">
        {word('issued', { at: formatInstant(contract.issuedAt) })} ·{' '}
        {contract.signedAt ? word('signed', { at: formatInstant(contract.signedAt) }) : word('unsigned')}
      </Typography>
      {state === 'contractIssued' && approved ? <AboveLimit amountFen={approved.amountFen} /> : null}
    </Section>
  );
}
