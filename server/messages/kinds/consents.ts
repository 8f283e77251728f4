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

export type ConsentRequestNote = {
  readonly enterpriseId: string;
  readonly firm: string;
  readonly institution: string;
  readonly purpose: Text;
  readonly classes: number;
  readonly reason: Text | null;
};

const consentRequested: Kind<ConsentRequestNote> = {
  topic: 'consents',
  word: ({ institution, purpose, classes, reason }) => ({
    title: { zh: `「${institution}」请求您授权查询数据`, en: `${institution} asks for your consent to read data` },
    lines: plain(
      {
        zh: `用途：${purpose.zh}，共 ${classes} 类数据。是否授权由您决定`,
        en: `For ${purpose.en}: ${classes} ${classes === 1 ? 'class' : 'classes'}. Whether to give it is up to you`,
      },
      sayReason(reason),
    ),
    subject: { kind: 'consents', id: '' },
  }),
};

const consentRequestWithdrawn: Kind<ConsentRequestNote> = {
  topic: 'consents',
  word: ({ institution, purpose }) => ({
    title: { zh: `「${institution}」撤回了授权请求`, en: `${institution} has taken back its request for consent` },
    lines: plain({ zh: `用途：${purpose.zh}。不必再答复。`, en: `For ${purpose.en}. No answer is needed any more.` }),
    subject: null,
  }),
};

const consentRequestRefused: Kind<ConsentRequestNote> = {
  topic: 'consents',
  word: ({ enterpriseId, firm, purpose }) => ({
    title: { zh: `「${firm}」不同意您的授权请求`, en: `${firm} does not give the consent you asked for` },
    lines: plain({
      zh: `用途：${purpose.zh}。90 天内请勿就同一用途再次请求。`,
      en: `For ${purpose.en}. Do not ask for the same purpose within 90 days.`,
    }),
    subject: { kind: 'enterprise', id: enterpriseId },
  }),
};

export const consentKinds = {
  consentGranted,
  consentRevoked,
  consentRequested,
  consentRequestWithdrawn,
  consentRequestRefused,
};
