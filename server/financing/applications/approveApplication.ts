import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { acceptedOfferOf } from '../offers/queries';
import { type ApplicationChange, loadFor, moveApplication } from './moveApplication';
import type { Application } from './tables';

/**
 * The bank grants the credit of the offer that the firm accepted, on exactly its terms. Refuses a state without an accepted
 * offer, one whose offer needs a guarantee first, another's application, and a stale version.
 */
export const approveApplication = (context: ActorContext, change: ApplicationChange): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'approve' });
    if (locked.application.state === 'offerAccepted' && locked.application.needsGuarantee) throw guaranteeFirst();
    const offer = await acceptedOfferOf(tx, change.id);
    return moveApplication(tx, context, locked, {
      verb: 'approve',
      details: offer && { offerId: offer.id, termsHash: offer.termsHash, amountFen: offer.amountFen, rateBps: offer.rateBps },
    });
  });

const guaranteeFirst = () =>
  conflict(
    {
      zh: '该报价须经担保分险，请先提请担保；各担保方同意后即为授信。',
      en: 'This offer is made under a risk-sharing scheme: ask for the guarantee first. The credit is granted when everybody has agreed.',
    },
    { rule: 'approval.guaranteeFirst' },
  );
