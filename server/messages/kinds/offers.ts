import type { Text } from '../../shared/text';
import type { ApplicationStep } from './applications';
import { sayLoan, sayReason, sayValidity } from './figures';
import { type Kind, plain } from './kind';

type Options = {
  /** The reader is to answer the offer by its last day. */
  readonly isWaiting?: boolean;
  readonly sayWords?: (words: Text | null) => Text | null;
};

/** A step about an offer: the figures are the offer's, or the counter-offer's. */
const offerStep = (
  say: (told: ApplicationStep) => Text,
  { isWaiting = false, sayWords = sayReason }: Options = {},
): Kind<ApplicationStep> => ({
  topic: 'offers',
  word: told => {
    const { amountFen, termMonths, offer, reason, applicationId } = told;
    return {
      title: say(told),
      lines: plain(
        sayLoan(offer ?? { amountFen, termMonths }),
        isWaiting && offer ? sayValidity(offer.validUntil) : null,
        sayWords(reason),
      ),
      subject: { kind: 'application', id: applicationId },
    };
  },
});

const sayNote = (note: Text | null): Text | null => note && { zh: `附言：${note.zh}`, en: `Note: ${note.en}` };

export const offerKinds = {
  offerMade: offerStep(
    ({ institution, product }) => ({
      zh: `「${institution}」就「${product}」向您报价`,
      en: `${institution} makes you an offer for ${product}`,
    }),
    { isWaiting: true },
  ),
  approvalAmended: offerStep(({ institution, product }) => ({
    zh: `「${institution}」把「${product}」授信调整得对您更有利`,
    en: `${institution} has amended your credit by ${product} in your favour`,
  })),
  approvalReopened: offerStep(({ institution, product }) => ({
    zh: `「${institution}」想改变「${product}」已批准的条件，已退回议价；原条件在有效期内您仍可接受`,
    en: `${institution} wants other terms than it approved for ${product}: bargaining is open again, and you may still accept what was approved`,
  })),
  offerExpired: offerStep(({ institution, product }) => ({
    zh: `「${institution}」的「${product}」报价已过有效期`,
    en: `The offer of ${institution} for ${product} has run out`,
  })),
  offerWithdrawn: offerStep(({ institution, product }) => ({
    zh: `「${institution}」撤回了「${product}」的报价`,
    en: `${institution} has taken back its offer for ${product}`,
  })),
  offerAccepted: offerStep(({ firm, product }) => ({
    zh: `「${firm}」接受了您的「${product}」报价`,
    en: `${firm} has accepted your offer for ${product}`,
  })),
  offerDeclined: offerStep(({ firm, product }) => ({
    zh: `「${firm}」谢绝了您的「${product}」报价`,
    en: `${firm} has declined your offer for ${product}`,
  })),
  offerCountered: offerStep(
    ({ firm, product }) => ({
      zh: `「${firm}」就「${product}」还价`,
      en: `${firm} makes a counter-offer for ${product}`,
    }),
    { sayWords: sayNote },
  ),
  offerKept: offerStep(
    ({ institution, product }) => ({
      zh: `「${institution}」维持「${product}」的报价`,
      en: `${institution} stands by its offer for ${product}`,
    }),
    { isWaiting: true },
  ),
};
