import type { CalendarDate } from '../../shared/dates';
import type { Text } from '../../shared/text';
import { sayReason } from './figures';
import { type Kind, plain } from './kind';

export type ConsentNote = {
  readonly consentId: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly purpose: Text;
  readonly classes: number;
  readonly validTo: CalendarDate;
  /** Why it was taken back, if the firm says. */
  readonly reason: Text | null;
};

const consentGranted: Kind<ConsentNote> = {
  topic: 'consents',
  word: ({ enterpriseId, firm, purpose, classes, validTo }) => ({
    title: { zh: `「${firm}」授权您查询其数据`, en: `${firm} authorises you to read its data` },
    lines: plain(
      {
        zh: `用途：${purpose.zh}，共 ${classes} 类数据`,
        en: `For ${purpose.en}: ${classes} ${classes === 1 ? 'class' : 'classes'}`,
      },
      { zh: `有效期至 ${validTo}`, en: `Until ${validTo}` },
    ),
    subject: { kind: 'enterprise', id: enterpriseId },
  }),
};

const consentRevoked: Kind<ConsentNote> = {
  topic: 'consents',
  word: ({ firm, purpose, reason }) => ({
    title: { zh: `「${firm}」撤回了数据授权`, en: `${firm} has taken back its consent` },
    lines: plain(
      {
        zh: `用途：${purpose.zh}。即刻起不能再凭此授权查询。`,
        en: `For ${purpose.en}. Nothing more can be read under it from now on.`,
      },
      sayReason(reason),
    ),
    subject: null,
  }),
};

export const consentKinds = { consentGranted, consentRevoked };
