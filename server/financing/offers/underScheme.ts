import type { Reader } from '../../database/database';
import type { ProductVersion } from '../../products/tables';
import type { FeeKind } from '../../products/vocabulary';
import type { CalendarDate } from '../../shared/dates';
import { sumText } from '../../shared/money';
import { conflict, invalidInput, notFound } from '../../shared/refusals';
import { type SchemeVersion, termsByIds } from '../riskSharing/queries';
import { standingOf } from '../riskSharing/standing';
import { schemeWord } from '../riskSharing/words';
import type { OfferTerms } from './offerTerms';

type Ground = { readonly version: ProductVersion; readonly institutionId: string; readonly today: CalendarDate };

/**
 * The terms of an offer with what its risk-sharing scheme adds: the guarantor's fee and the insurer's premium, paid by the firm a
 * year and so in the cost sheet before anybody accepts, and the guarantee among the securities. An offer without a scheme is as
 * it was. Refuses a scheme that there is not (as not found), terms that were revised since they were read, one that takes no new
 * business, one for other products or other banks or smaller loans, and a fee stated beside the scheme's own.
 */
export async function underScheme(read: Reader, terms: OfferTerms, ground: Ground): Promise<OfferTerms> {
  const { schemeTermsId } = terms;
  if (schemeTermsId === null) return terms;
  const [scheme] = await termsByIds(read, [schemeTermsId]);
  if (!scheme) throw notFound(schemeWord, schemeTermsId);
  checkScheme(scheme, terms, ground);
  const standing = await standingOf(read, scheme.scheme, ground.today);
  if (standing.isStopped) throw stopped(scheme.scheme.name);
  return withScheme(terms, scheme);
}

/** Adds the fees and the securities of a scheme to the terms of an offer. */
export function withScheme(terms: OfferTerms, { terms: agreed, parties }: SchemeVersion): OfferTerms {
  const fees = (
    [
      ['guarantee', 'guarantor', agreed.guaranteeFeeBps],
      ['insurance', 'insurer', agreed.premiumBps],
    ] as const
  ).flatMap(([kind, chargedBy, rateBps]) => {
    if (rateBps === null) return [];
    if (terms.fees.some(fee => fee.kind === kind)) throw feeTwice(kind);
    return [{ kind, chargedBy, rateBps, paidBy: 'enterprise', timing: 'yearly', amountFen: null, note: null } as const];
  });
  const securities = parties.flatMap(({ role }) => {
    if (role === 'guarantor') return ['FINANCING_GUARANTEE' as const];
    return role === 'insurer' ? ['LOAN_INSURANCE' as const] : [];
  });
  return {
    ...terms,
    fees: [...terms.fees, ...fees],
    securities: [...terms.securities, ...securities.filter(kind => !terms.securities.includes(kind))],
  };
}

function checkScheme({ scheme, terms: agreed, parties }: SchemeVersion, { amountFen }: OfferTerms, ground: Ground): void {
  if (scheme.state === 'closed') throw closed(scheme.name);
  if (scheme.currentTermsId !== agreed.id)
    throw conflict(
      {
        zh: `「${scheme.name}」的条款已修订，请重新查看后再报价。`,
        en: `The terms of ${scheme.name} were revised: read them again, then make the offer.`,
      },
      { field: 'schemeTermsId', rule: 'scheme.revised', current: scheme.currentTermsId },
    );
  if (!isSchemeFor({ terms: agreed, parties }, ground)) throw notForThis(scheme.name);
  if (agreed.amountFenMax !== null && amountFen > agreed.amountFenMax)
    throw invalidInput('amountFen', amountFen, 'scheme.amountFenMax', {
      zh: `「${scheme.name}」单笔最高 ${sumText(agreed.amountFenMax).zh}。`,
      en: `Under ${scheme.name} a loan is of ${sumText(agreed.amountFenMax).en} at most.`,
    });
}

/** Whether a scheme is for the product and the bank of an offer. */
export const isSchemeFor = (
  { terms: { labels }, parties }: Pick<SchemeVersion, 'terms' | 'parties'>,
  { version, institutionId }: Pick<Ground, 'version' | 'institutionId'>,
): boolean =>
  (labels.length === 0 || labels.some(label => version.labels.includes(label))) &&
  parties.every(({ role, organisationId }) => role !== 'bank' || organisationId === null || organisationId === institutionId);

const closed = (name: string) =>
  conflict(
    { zh: `「${name}」已停办，请改选其他方案。`, en: `${name} is closed: choose another scheme.` },
    { field: 'schemeTermsId', rule: 'scheme.closed' },
  );

export const stopped = (name: string) =>
  conflict(
    {
      zh: `「${name}」已触及停办线，暂不受理新业务；降到线下后自动恢复。各项数字见方案页。`,
      en: `${name} has reached its stop and takes no new business until it is below it again. Its page shows the figures.`,
    },
    { field: 'schemeTermsId', rule: 'scheme.stopped' },
  );

const notForThis = (name: string) =>
  conflict(
    {
      zh: `「${name}」不适用于该产品或本行，请改选其他方案。`,
      en: `${name} is not meant for this product or your bank: choose another scheme.`,
    },
    { field: 'schemeTermsId', rule: 'scheme.notForThis' },
  );

const feeTwice = (kind: FeeKind) =>
  invalidInput('fees', kind, 'fees.twice', {
    zh: '担保费和保证保险费按所选方案自动计入，请勿重复填写。',
    en: 'The guarantee fee and the premium follow from the scheme: do not state them again.',
  });
