import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Figures } from '../../enterprises/Figures';
import type { Application } from '../../generated/schema';
import { useVocabulary } from '../../products/useVocabulary';
import { capitalised, formatAmount, formatInstant, formatRate, formatTerm } from '../../shared/format';
import { useLocale } from '../../shared/useLocale';
import { Said } from './Said';
import { Section } from './Section';
import type { Side } from './side';

/** What was asked for, by whom, and on what ground the bank was enabled to judge it. */
export function RequestSection({ application, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { labelOf } = useVocabulary();
  const { demand, enterprise, institution, productVersion, securities } = application;
  const word = (key: string) => translate(`rongqiao.financing.applications.${key}`);
  const comma = translate('rongqiao.products.say.comma');
  const { contact } = productVersion;
  const figures: readonly (readonly [string, string])[] = [
    ['request.amount', formatAmount(application.amountFen, locale)],
    ['request.term', formatTerm(application.termMonths, locale)],
    ['request.purpose', capitalised(labelOf('purposes', demand.purpose))],
    [
      'request.securities',
      capitalised(securities.map(code => labelOf('securities', code)).join(comma)) || word('request.noSecurity'),
    ],
    ['request.highestRate', demand.highestRateBps === null ? '' : formatRate(demand.highestRateBps)],
    ['request.repaymentMethods', capitalised(demand.repaymentMethods.map(code => labelOf('repaymentMethods', code)).join(comma))],
    side === 'bank' ? ['parties.firm', enterprise?.name ?? word('nameless')] : ['parties.bank', institution.name],
    ['parties.contact', side === 'firm' ? [contact.name, contact.phone, contact.address].filter(Boolean).join(' · ') : ''],
    ['request.origin', application.origin === 'applied' ? '' : word(`origins.${application.origin}`)],
    ['request.channel', application.findings === null ? '' : word(`channels.${application.channel}`)],
    ['request.submittedAt', formatInstant(application.submittedAt)],
  ];
  return (
    <Section
      title={word('request.title')}
      action={
        side === 'firm' ? (
          <Button component={Link} to={`/demands/${demand.id}/show`}>
            {word('request.openDemand')}
          </Button>
        ) : undefined
      }
    >
      <Figures figures={figures.filter(([, value]) => value !== '').map(([key, value]) => ({ term: word(key), value }))} />
      {demand.note ? <Said name={word('request.note')} text={demand.note} sx={{ mt: 1.5 }} /> : null}
    </Section>
  );
}
