import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { type Kind, plain } from './kind';

/** What whoever is on the clock has to do, by the state of the application. */
const stepWords = {
  invited: { zh: '受理', en: 'take up' },
  submitted: { zh: '受理', en: 'take up' },
  accepted: { zh: '联系企业、开始尽调', en: 'begin to look into' },
  actionRequired: { zh: '补正', en: 'put right' },
  dueDiligence: { zh: '作出决定', en: 'decide about' },
  inPrinciple: { zh: '正式报价', en: 'make an offer for' },
  offered: { zh: '答复报价', en: 'answer the offer for' },
  countered: { zh: '答复还价', en: 'answer the counter-offer for' },
  offerAccepted: { zh: '批准授信', en: 'approve' },
  guaranteePending: { zh: '答复担保', en: 'decide about the guarantee of' },
  approved: { zh: '出具合同', en: 'issue the contract of' },
  signed: { zh: '放款', en: 'pay out' },
} as const satisfies Readonly<Record<string, Text>>;
export type LimitStep = keyof typeof stepWords;

export const isLimitStep = (state: string): state is LimitStep => state in stepWords;

/** The limit of a step of an application, told to one of those whom it concerns. */
export type LimitNote = {
  readonly applicationId: string;
  readonly to: 'firm' | 'party' | 'supervisor' | 'operator';
  readonly isGuarantee: boolean;
  /** Null to whoever is not to know whose application it is. */
  readonly firm: string | null;
  /** Whose turn it is. */
  readonly party: string;
  readonly product: string;
  readonly step: LimitStep;
  readonly dueOn: CalendarDate;
  /** Left unanswered through this day, it is released by itself. */
  readonly releasedAfter: CalendarDate | null;
};

type Say = (told: LimitNote & { readonly what: Text; readonly which: Text }) => Text;

const limit = (say: Say): Kind<LimitNote> => ({
  topic: 'applications',
  word: told => ({
    title: say({ ...told, what: stepWords[told.step], which: whichOf(told) }),
    lines: plain(sayRelease(told)),
    subject:
      told.to === 'operator'
        ? { kind: 'escalations', id: '' }
        : { kind: told.isGuarantee && told.to !== 'firm' ? 'guarantee' : 'application', id: told.applicationId },
  }),
});

const whichOf = ({ to, firm, product }: LimitNote): Text =>
  to === 'firm'
    ? { zh: `您的「${product}」申请`, en: `your application for ${product}` }
    : firm === null
      ? { zh: `「${product}」的一笔申请`, en: `an application for ${product}` }
      : { zh: `「${firm}」的「${product}」申请`, en: `the application of ${firm} for ${product}` };

const sayRelease = ({ releasedAfter, to }: LimitNote): Text | null =>
  releasedAfter && {
    zh: `${releasedAfter} 过后仍未受理的，申请自动释放${to === 'firm' ? '，您可以转向其他银行' : ''}。`,
    en: `Not taken up by the end of ${releasedAfter}, it is released${to === 'firm' ? ', and you can go to another bank' : ''}.`,
  };

export const limitKinds = {
  limitNear: limit(({ dueOn, what, which }) => ({
    zh: `请在 ${dueOn} 当日结束前${what.zh}：${which.zh}`,
    en: `By the end of ${dueOn}, please ${what.en} ${which.en}`,
  })),
  limitPassed: limit(({ to, party, dueOn, what, which }) =>
    to === 'firm'
      ? {
          zh: `「${party}」超过 ${dueOn} 的时限未${what.zh}：${which.zh}，平台已报告其负责人和运营方`,
          en: `${party} has passed its limit of ${dueOn} to ${what.en} ${which.en}: its head and the operator are told`,
        }
      : {
          zh: `已超过 ${dueOn} 的时限未${what.zh}：${which.zh}，平台已报告贵机构负责人和运营方`,
          en: `The limit of ${dueOn} to ${what.en} ${which.en} has passed: your head and the operator are told`,
        },
  ),
  limitEscalated: limit(({ to, party, dueOn, what, which }) =>
    to === 'operator'
      ? {
          zh: `「${party}」超过 ${dueOn} 的时限未${what.zh}：${which.zh}`,
          en: `${party} has passed its limit of ${dueOn} to ${what.en} ${which.en}`,
        }
      : {
          zh: `请督办：贵机构超过 ${dueOn} 的时限未${what.zh}：${which.zh}`,
          en: `To you as head: your institution has passed its limit of ${dueOn} to ${what.en} ${which.en}`,
        },
  ),
};
