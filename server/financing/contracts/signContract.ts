import { eq } from 'drizzle-orm';
import type { ActorContext } from '../../context';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { acceptedOfferOf } from '../offers/queries';
import { mustMaySign } from '../signingLimits/queries';
import { contractsOf } from './queries';
import { contracts } from './tables';

/**
 * The firm confirms that it has signed the contract that its bank issued: from then on the loan can be paid out. Refuses a state
 * without a contract to sign, another's application, a stale version, and a loan above the signing limit of who signs.
 */
export const signContract = (context: ActorContext, change: ApplicationChange): Promise<Application> =>
  context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'signContract' });
    const approved = await acceptedOfferOf(tx, change.id);
    if (approved) await mustMaySign(tx, context, approved.amountFen);
    const [contract] = await contractsOf(tx, [change.id]);
    const signed = await moveApplication(tx, context, locked, {
      verb: 'signContract',
      details: contract ? { number: contract.number, annualisedRateBps: contract.annualisedRateBps } : {},
    });
    await tx.update(contracts).set({ signedAt: context.now }).where(eq(contracts.id, change.id));
    return signed;
  });
