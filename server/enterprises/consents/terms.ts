import { createHash } from 'node:crypto';
import type { OrganisationKind } from '../../shared/actor';
import type { Text } from '../../shared/text';
import type { ConsentPurpose } from './tables';

/** Raised whenever the wording below changes; consents signed under an older version stay what they were. */
export const consentTextVersion = '2026-11';

/** What a person reads for each purpose, and who may be given a consent to it. */
export const purposeTerms: Readonly<
  Record<ConsentPurpose, { readonly label: Text; readonly use: Text; readonly recipientKinds: readonly OrganisationKind[] }>
> = {
  matching: {
    label: { zh: '平台产品匹配', en: 'product matching on the platform' },
    use: {
      zh: '用于计算本企业符合哪些融资产品的条件并说明理由，不向任何机构提供原始数据。',
      en: 'It is used to work out which financing products our firm qualifies for and why. The records themselves are given to no institution.',
    },
    recipientKinds: ['operator'],
  },
  creditAssessment: {
    label: { zh: '贷前评估', en: 'assessment before lending' },
    use: {
      zh: '用于受理和评估本企业的融资、担保或保险申请。',
      en: 'It is used to receive and assess our applications for financing, guarantee or insurance.',
    },
    recipientKinds: ['bank', 'guarantor', 'insurer'],
  },
  postLoan: {
    label: { zh: '贷后管理', en: 'care of a running loan' },
    use: {
      zh: '用于本企业已发放贷款、担保或保险存续期内的风险管理。',
      en: 'It is used to watch the risk of loans, guarantees or insurance of ours while they run.',
    },
    recipientKinds: ['bank', 'guarantor', 'insurer'],
  },
};

export type ConsentTerms = { readonly version: string; readonly text: Text; readonly hash: string };

/**
 * The text that a firm signs to authorise `recipient` for `purpose`, with the SHA-256 that the signature is bound to.
 * It names who reads, for what, how, how long it is kept and which rights remain (个人信息保护法 17, 23; 征信业管理条例 18–20);
 * the classes and the last day are chosen beside it and kept with the consent.
 */
export function consentTerms(purpose: ConsentPurpose, recipient: { readonly id: string; readonly name: string }): ConsentTerms {
  const { label, use } = purposeTerms[purpose];
  const text: Text = {
    zh: [
      `本企业授权「${recipient.name}」为「${label.zh}」的目的，在授权期内通过融桥平台查询所选类别的信用信息。`,
      use.zh,
      '查询方不得超出上述目的使用，也不得转提供给第三方；更换目的、类别或接收方须另行授权。',
      '每一次查询（包括被拒绝的查询）都会记入访问日志，本企业可随时查看。授权记录和访问日志自授权结束起至少保存三年。',
      '本企业可以随时一键撤回授权，撤回自下一次查询起生效，不影响撤回前已依法进行的查询。不授权不影响浏览产品和提出融资需求。',
      '本企业有权查阅、复制、更正相关信息，对有误的信息提出异议；对自动计算的结果有权要求说明理由。',
    ].join('\n'),
    en: [
      `Our firm authorises "${recipient.name}" to query the chosen classes of its credit information through Rongqiao, for the purpose of ${label.en}, while this consent lasts.`,
      use.en,
      'The recipient may not use the information for anything else nor pass it on. Another purpose, class or recipient needs a consent of its own.',
      'Every query, refused ones too, is written to an access log that our firm can read at any time. Consents and the log are kept for at least three years after the consent ends.',
      'Our firm may withdraw this consent with one click at any time; the next query is then refused, and earlier lawful ones stay lawful. Products can be read and financing asked for without it.',
      'Our firm may read, copy and correct the information, object to what is wrong, and ask for the reasons of any computed result.',
    ].join('\n'),
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([consentTextVersion, purpose, recipient.id, text.zh, text.en]))
    .digest('hex');
  return { version: consentTextVersion, text, hash };
}
