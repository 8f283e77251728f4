import type { Locale } from '../../shared/text';
import { topicOf, wordMessage } from '../kinds';
import type { MessageTopic } from '../kinds/kind';
import type { Message } from '../tables';

/** A letter as text: subject line and body. */
export type MailText = { readonly subject: string; readonly text: string };

const topicWords: Readonly<Record<MessageTopic, { readonly zh: string; readonly en: string }>> = {
  applications: { zh: '申请进展', en: 'applications' },
  offers: { zh: '报价与议价', en: 'offers' },
  loans: { zh: '放款与还款', en: 'loans' },
  consents: { zh: '数据授权', en: 'consents' },
  products: { zh: '产品上架', en: 'products' },
  matches: { zh: '匹配变化', en: 'matches' },
  tests: { zh: '测试', en: 'tests' },
};

/**
 * A message as an e-mail in the reader's language. It says no more than the inbox, leads there rather than to a record, and
 * how to end it: `publicUrl` is where the platform's pages are.
 */
export function composeMail(
  { kind, payload }: Pick<Message, 'kind' | 'payload'>,
  { locale, publicUrl }: { readonly locale: Locale; readonly publicUrl: string },
): MailText {
  const { title, lines } = wordMessage(kind, payload);
  const topic = topicWords[topicOf(kind)][locale];
  const parting =
    locale === 'zh'
      ? [
          `登录后在站内消息中查看：${publicUrl}/#/messages`,
          `您选择了以邮件接收「${topic}」。更改或停止：${publicUrl}/#/notifications`,
        ]
      : [
          `Sign in to read it in your messages: ${publicUrl}/#/messages`,
          `You chose to receive "${topic}" by e-mail. Change or end that: ${publicUrl}/#/notifications`,
        ];
  return {
    subject: locale === 'zh' ? `【融桥】${title.zh}` : `Rongqiao: ${title.en}`,
    text: [title[locale], '', ...lines.map(({ text }) => `- ${text[locale]}`), '', '--', ...parting, ''].join('\n'),
  };
}
