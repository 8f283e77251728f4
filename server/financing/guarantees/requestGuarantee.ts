import type { ActorContext } from '../../context';
import { conflict } from '../../shared/refusals';
import { type ApplicationChange, loadFor, moveApplication } from '../applications/moveApplication';
import type { Application } from '../applications/tables';
import { acceptedOfferOf } from '../offers/queries';
import { stopped } from '../offers/underScheme';
import { type SchemeVersion, termsByIds } from '../riskSharing/queries';
import { decidersOf } from '../riskSharing/shares';
import { splitFen } from '../riskSharing/split';
import { standingOf } from '../riskSharing/standing';
import { checkLimits } from './checkLimits';
import { type GuaranteeDecision, guaranteeDecisions, guarantees } from './tables';

/**
 * The bank asks those who guarantee the accepted offer for their agreement (transition 16). Each guarantor and insurer of the scheme
 * (of one without either, the government) gets it to decide, with its part of the loan.
 *
 * Refuses an offer that needs no guarantee, a scheme that takes no new business, a guarantor that would pass a limit (with the
 * numbers) or has not stated its capital, a state without an accepted offer, another's application, and a stale version.
 */
export async function requestGuarantee(context: ActorContext, change: ApplicationChange): Promise<Application> {
  return context.db.write(async tx => {
    const locked = await loadFor(tx, context, { ...change, verb: 'requestGuarantee' });
    const { application } = locked;
    const offer = await acceptedOfferOf(tx, change.id);
    const [version] = offer?.schemeTermsId ? await termsByIds(tx, [offer.schemeTermsId]) : [];
    if (application.state === 'offerAccepted' && !application.needsGuarantee) throw noneNeeded();
    const deciders = offer && version ? decidingParts(version, offer.amountFen) : [];
    const moved = await moveApplication(tx, context, locked, {
      verb: 'requestGuarantee',
      guarantors: deciders.map(({ organisationId }) => organisationId),
      details: { schemeId: version?.scheme.id, termsHash: version?.terms.termsHash, deciders },
    });
    if (!offer || !version) throw new Error(`a loan to be guaranteed without its offer or scheme: ${change.id}`);
    const standing = await standingOf(tx, version.scheme, context.today);
    if (standing.isStopped) throw stopped(version.scheme.name);
    const { id, enterpriseId, institutionId } = application;
    const decisions: GuaranteeDecision[] = [];
    for (const decision of deciders) {
      const limits = await checkLimits(tx, { decision, enterpriseId, affiliateIds: [], today: context.today });
      decisions.push({ ...undecided, ...decision, guaranteeId: id, limits });
    }
    await tx.insert(guarantees).values({
      id,
      schemeId: version.scheme.id,
      termsId: version.terms.id,
      offerId: offer.id,
      enterpriseId,
      institutionId,
      amountFen: offer.amountFen,
      requestedAt: context.now,
      sharesHash: null,
      approvedAt: null,
      version: 1,
    });
    await tx.insert(guaranteeDecisions).values(decisions);
    return moved;
  });
}

/** Those who have to agree, each with its part of the whole loan. */
export function decidingParts(
  { parties }: SchemeVersion,
  amountFen: number,
): Pick<GuaranteeDecision, 'role' | 'organisationId' | 'liabilityFen'>[] {
  const parts = splitFen(
    amountFen,
    parties.map(({ shareBps }) => shareBps),
  );
  return decidersOf(parties).map(({ role, organisationId, place }) => ({
    role,
    organisationId,
    liabilityFen: parts[place] ?? 0,
  }));
}

const undecided = { state: 'pending', affiliatesFen: 0, reasonCode: null, reasonText: null, decidedAt: null } as const;

const noneNeeded = () =>
  conflict(
    { zh: '该报价不需要担保，可直接批准授信。', en: 'This offer needs no guarantee: approve it.' },
    { rule: 'guarantee.notNeeded' },
  );
