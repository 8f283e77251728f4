import type { Fen } from '../../shared/money';
import { sayAmount } from './figures';
import { type Kind, plain } from './kind';

/** What happened to a guaranteed loan that was not repaid. */
export type CompensationNote = {
  readonly guaranteeId: string;
  readonly firm: string;
  readonly institution: string;
  readonly scheme: string;
  /** The principal that was not repaid. */
  readonly lossFen: Fen;
  /** What the reader pays or gets back; null for the firm, and before it is known. */
  readonly partFen: Fen | null;
};

/** Whether a scheme takes new business. */
export type SchemeNote = { readonly schemeId: string; readonly scheme: string; readonly isStopped: boolean };

/** What was done about the collateral of an application. */
export type CollateralNote = {
  readonly applicationId: string;
  readonly firm: string;
  readonly institution: string;
  readonly collateral: string;
  readonly valueFen: Fen | null;
  /** The firm has to agree to the value. */
  readonly isToAgree: boolean;
};

const ofCompensation = (
  say: (note: CompensationNote) => { zh: string; en: string },
  part: { zh: string; en: string },
): Kind<CompensationNote> => ({
  topic: 'loans',
  word: note => {
    const [loss, mine] = [note.lossFen, note.partFen ?? 0].map(sayAmount);
    return {
      title: say(note),
      lines: plain(
        { zh: `「${note.scheme}」，本金 ${loss?.zh}`, en: `${note.scheme}; principal ${loss?.en}` },
        note.partFen === null ? null : { zh: `${part.zh} ${mine?.zh}`, en: `${part.en} ${mine?.en}` },
      ),
      subject: { kind: 'guarantee', id: note.guaranteeId },
    };
  },
});

const ofScheme = (say: (note: SchemeNote) => { zh: string; en: string }): Kind<SchemeNote> => ({
  topic: 'loans',
  word: note => ({ title: say(note), lines: [], subject: { kind: 'scheme', id: note.schemeId } }),
});

const ofCollateral = (say: (note: CollateralNote) => { zh: string; en: string }): Kind<CollateralNote> => ({
  topic: 'applications',
  word: note => {
    const value = note.valueFen === null ? null : sayAmount(note.valueFen);
    return {
      title: say(note),
      lines: plain(value && { zh: `估值 ${value.zh}`, en: `Valued at ${value.en}` }),
      subject: { kind: 'application', id: note.applicationId },
    };
  },
});

export const guaranteeKinds = {
  compensationClaimed: ofCompensation(
    ({ firm, institution }) => ({
      zh: `「${institution}」就「${firm}」的逾期贷款提请代偿，请核对后支付`,
      en: `${institution} claims compensation for the overdue loan of ${firm}: check it and pay`,
    }),
    { zh: '贵方承担', en: 'Your part:' },
  ),
  compensationPaid: ofCompensation(
    ({ firm }) => ({
      zh: `「${firm}」的逾期贷款已代偿`,
      en: `The overdue loan of ${firm} was compensated`,
    }),
    { zh: '贵方承担', en: 'Your part:' },
  ),
  recoveryRecorded: ofCompensation(
    ({ firm }) => ({
      zh: `「${firm}」的代偿款有追回`,
      en: `Something was recovered of the compensated loan of ${firm}`,
    }),
    { zh: '贵方收回', en: 'You get back' },
  ),
  schemeSuspended: ofScheme(({ scheme }) => ({
    zh: `「${scheme}」已触及停办线，暂停新业务，存量不受影响`,
    en: `${scheme} has reached its stop: no new business for now; what is guaranteed stays so`,
  })),
  schemeResumed: ofScheme(({ scheme }) => ({
    zh: `「${scheme}」已降到停办线下，恢复新业务`,
    en: `${scheme} is below its stop again and takes new business`,
  })),
  collateralStated: ofCollateral(({ firm, collateral }) => ({
    zh: `「${firm}」申报了抵质押物「${collateral}」`,
    en: `${firm} offers ${collateral} as collateral`,
  })),
  collateralAppraised: ofCollateral(({ institution, collateral, isToAgree }) =>
    isToAgree
      ? {
          zh: `「${institution}」提出了「${collateral}」的估值，请确认是否同意`,
          en: `${institution} proposes a value for ${collateral}: say whether you agree`,
        }
      : {
          zh: `「${institution}」登记了「${collateral}」的评估`,
          en: `${institution} has recorded the appraisal of ${collateral}`,
        },
  ),
  collateralAgreed: ofCollateral(({ firm, collateral }) => ({
    zh: `「${firm}」同意「${collateral}」的估值，可办理登记`,
    en: `${firm} agrees to the value of ${collateral}: it can be registered`,
  })),
  pledgeRegistered: ofCollateral(({ institution, collateral }) => ({
    zh: `「${institution}」已办妥「${collateral}」的抵质押登记`,
    en: `${institution} has registered ${collateral}`,
  })),
  collateralReleased: ofCollateral(({ institution, collateral }) => ({
    zh: `「${institution}」已为「${collateral}」解押`,
    en: `${institution} has released ${collateral}`,
  })),
};
