import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type LoanFigures, sayLoan, sayReason } from './figures';
import { type Kind, plain } from './kind';

/** What an offer or a counter-offer comes to, and until when the offer stands. */
export type OfferFigures = LoanFigures & { readonly rateBps: number; readonly validUntil: CalendarDate };

/** A step of an application, told to one of its sides or to those who guarantee the loan: by the names that the parties and the product had then. */
export type ApplicationStep = {
  readonly applicationId: string;
  readonly to: 'firm' | 'institution' | 'guarantor';
  /** Null to an institution that is not told yet whose application it is. */
  readonly firm: string | null;
  readonly institution: string;
  readonly product: string;
  /** What was asked for. */
  readonly amountFen: number;
  readonly termMonths: number;
  /** The words of the other side. */
  readonly reason: Text | null;
  /** Of a step that is about an offer. */
  readonly offer: OfferFigures | null;
  /** Of a loan paid out. */
  readonly loan: { readonly transactionId: string; readonly disbursedOn: CalendarDate } | null;
};

type Say = (told: ApplicationStep & { readonly firm: string }) => Text;

const nameless: Text = { zh: '某企业（受理后显示名称）', en: 'a firm that is named once you accept' };

/** One wording where only one side can be told; one for each where both can, and those who guarantee the loan. */
const step = (say: Say | { readonly firm: Say; readonly institution: Say; readonly guarantor?: Say }): Kind<ApplicationStep> => ({
  topic: 'applications',
  word: told => ({
    title: titleOf(wordingFor(say, told.to), told),
    lines: plain(sayLoan({ amountFen: told.amountFen, termMonths: told.termMonths }), sayReason(told.reason)),
    subject: { kind: told.to === 'guarantor' ? 'guarantee' : 'application', id: told.applicationId },
  }),
});

/** Each language has its own words for a firm that is not named. */
function titleOf(say: Say, { firm, ...told }: ApplicationStep): Text {
  if (firm !== null) return say({ ...told, firm });
  return { zh: say({ ...told, firm: nameless.zh }).zh, en: say({ ...told, firm: nameless.en }).en };
}

const wordingFor = (say: Parameters<typeof step>[0], to: ApplicationStep['to']): Say =>
  typeof say === 'function' ? say : (say[to] ?? say.institution);

export const applicationKinds = {
  demandGrabbed: step(({ institution, product }) => ({
    zh: `「${institution}」以「${product}」承接您的需求，受理后才会看到您的名称`,
    en: `${institution} takes your demand with ${product}; it learns your name once it accepts`,
  })),
  institutionInvited: step({
    firm: ({ institution, product }) => ({
      zh: `您的需求已派给「${institution}」的「${product}」，等待受理`,
      en: `Your demand has been passed to ${institution} for ${product}; it has yet to accept`,
    }),
    institution: ({ product }) => ({
      zh: `平台派来一笔适合「${product}」的需求，请受理或说明不受理的原因`,
      en: `A demand that fits ${product} is passed to you: accept it, or say why not`,
    }),
  }),
  applicationSubmitted: step(({ firm, product }) => ({
    zh: `「${firm}」申请「${product}」`,
    en: `${firm} applies for ${product}`,
  })),
  applicationAccepted: step(({ institution, product }) => ({
    zh: `「${institution}」已受理您的「${product}」申请`,
    en: `${institution} has taken up your application for ${product}`,
  })),
  dueDiligenceStarted: step(({ institution, product }) => ({
    zh: `「${institution}」已开始对您的「${product}」申请尽调`,
    en: `${institution} has started due diligence on your application for ${product}`,
  })),
  correctionRequested: step(({ institution, product }) => ({
    zh: `「${institution}」请您就「${product}」申请补正，请逐项答复`,
    en: `${institution} asks you to put something right in your application for ${product}: answer every item`,
  })),
  correctionAnswered: step(({ firm, product }) => ({
    zh: `「${firm}」已答复「${product}」申请的补正`,
    en: `${firm} has answered your corrections on ${product}`,
  })),
  inPrincipleGiven: step(({ institution, product }) => ({
    zh: `「${institution}」就「${product}」给出预授信意向（不构成授信承诺）`,
    en: `${institution} says in principle what it could lend you by ${product}; it binds nobody`,
  })),
  applicationApproved: step(({ institution, product }) => ({
    zh: `「${institution}」已批准您的「${product}」授信，接下来签约、放款`,
    en: `${institution} has approved your credit by ${product}: the contract comes next, then the payment`,
  })),
  guaranteeRequested: step({
    firm: ({ institution, product }) => ({
      zh: `「${institution}」已就您的「${product}」提请担保，担保方 5 个工作日内答复`,
      en: `${institution} has asked for the guarantee of your loan by ${product}: an answer comes within 5 working days`,
    }),
    institution: ({ firm, product }) => ({
      zh: `「${firm}」的「${product}」已提请担保`,
      en: `The guarantee of the loan to ${firm} by ${product} was asked for`,
    }),
    guarantor: ({ firm, institution, product }) => ({
      zh: `「${institution}」请贵方为「${firm}」的「${product}」分险，请在 5 个工作日内答复`,
      en: `${institution} asks you to share the risk of a loan to ${firm} by ${product}: answer within 5 working days`,
    }),
  }),
  guaranteeApproved: step({
    firm: ({ institution, product }) => ({
      zh: `担保方已全部同意，「${institution}」的「${product}」授信已批准，接下来签约`,
      en: `Everybody guarantees the loan: the credit of ${institution} by ${product} is granted, the contract comes next`,
    }),
    institution: ({ firm, product }) => ({
      zh: `担保方已全部同意「${firm}」的「${product}」，请出具合同`,
      en: `Everybody guarantees the loan to ${firm} by ${product}: issue the contract`,
    }),
    guarantor: ({ firm, product }) => ({
      zh: `「${firm}」的「${product}」各担保方均已同意，分担比例已锁定`,
      en: `Everybody guarantees the loan to ${firm} by ${product}: the shares are frozen`,
    }),
  }),
  guaranteeRejected: step({
    firm: ({ institution, product }) => ({
      zh: `担保方未同意，「${institution}」的「${product}」申请已结束`,
      en: `The guarantee was refused: your application to ${institution} for ${product} has ended`,
    }),
    institution: ({ firm, product }) => ({
      zh: `担保方未同意为「${firm}」的「${product}」分险`,
      en: `The guarantee of the loan to ${firm} by ${product} was refused`,
    }),
    guarantor: ({ firm, product }) => ({
      zh: `另一担保方未同意「${firm}」的「${product}」，无需再办理`,
      en: `Another party has refused to guarantee the loan to ${firm} by ${product}: nothing is left to do`,
    }),
  }),
  contractIssued: step(({ institution, product }) => ({
    zh: `「${institution}」已出具「${product}」合同，请核对后签约`,
    en: `${institution} has issued the contract of ${product}: check it and sign`,
  })),
  contractSigned: step(({ firm, product }) => ({
    zh: `「${firm}」已签署「${product}」合同，可以放款`,
    en: `${firm} has signed the contract of ${product}: the loan can be paid out`,
  })),
  lineOpened: step(({ institution, product }) => ({
    zh: `「${institution}」已启用您的「${product}」额度，可以申请提款`,
    en: `${institution} has opened your line under ${product}: you can draw from it`,
  })),
  applicationCancelled: step({
    firm: ({ institution, product }) => ({
      zh: `「${institution}」取消了「${product}」授信`,
      en: `${institution} has cancelled the credit by ${product}`,
    }),
    institution: ({ firm, product }) => ({
      zh: `「${firm}」取消了「${product}」授信`,
      en: `${firm} has cancelled the credit by ${product}`,
    }),
  }),
  applicationReleased: step({
    firm: ({ institution, product }) => ({
      zh: `「${institution}」未在时限内受理您的「${product}」申请，已自动释放，您可以向其他银行申请`,
      en: `${institution} has not answered your application for ${product} in time: it is released, and you can apply elsewhere`,
    }),
    institution: ({ firm, product }) => ({
      zh: `「${firm}」的「${product}」申请超过受理时限两倍未处理，已自动释放`,
      en: `The application of ${firm} for ${product} was left unanswered for twice its limit and is released`,
    }),
  }),
  correctionUnanswered: step({
    firm: ({ institution, product }) => ({
      zh: `您未在时限内答复「${institution}」的补正，「${product}」申请已关闭，资料保留，可再次申请`,
      en: `You have not answered the corrections of ${institution} in time: the application for ${product} is closed; you can apply again`,
    }),
    institution: ({ firm, product }) => ({
      zh: `「${firm}」未在时限内答复补正，「${product}」申请已关闭`,
      en: `${firm} has not answered your corrections in time: the application for ${product} is closed`,
    }),
  }),
  applicationDeclined: step(({ institution, product }) => ({
    zh: `「${institution}」未受理您的「${product}」申请`,
    en: `${institution} has not taken up your application for ${product}`,
  })),
  applicationRejected: step(({ institution, product }) => ({
    zh: `「${institution}」拒绝了您的「${product}」申请`,
    en: `${institution} has refused your application for ${product}`,
  })),
  applicationWithdrawn: step(({ firm, product }) => ({
    zh: `「${firm}」撤回了「${product}」申请`,
    en: `${firm} has withdrawn its application for ${product}`,
  })),
  applicationLapsed: step({
    firm: ({ institution, product }) => ({
      zh: `您向「${institution}」提交的「${product}」申请已失效`,
      en: `Your application to ${institution} for ${product} has lapsed`,
    }),
    institution: ({ firm, product }) => ({
      zh: `「${firm}」的「${product}」申请已失效，无需再办理`,
      en: `The application of ${firm} for ${product} has lapsed: nothing is left to do`,
    }),
  }),
};
