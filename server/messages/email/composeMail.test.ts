import { expect, it } from 'vitest';
import { composeMail } from './composeMail';

const message = {
  kind: 'productSuspended',
  payload: {
    productId: 'p1',
    product: '德税贷',
    institution: '旌湖银行',
    reason: { zh: '年度检查', en: '年度检查' },
    applicationId: null,
  },
} as const;

it('says what the inbox says, where to read it and how to end it, in the language asked for', () => {
  expect(composeMail(message, { locale: 'zh', publicUrl: 'https://rongqiao.example' })).toEqual({
    subject: '【融桥】「德税贷」已暂停',
    text: [
      '「德税贷」已暂停',
      '',
      '- 原因：年度检查',
      '',
      '--',
      '登录后在站内消息中查看：https://rongqiao.example/#/messages',
      '您选择了以邮件接收「产品上架」。更改或停止：https://rongqiao.example/#/notifications',
      '',
    ].join('\n'),
  });
  const { subject, text } = composeMail(message, { locale: 'en', publicUrl: 'https://rongqiao.example' });
  expect(subject).toBe('Rongqiao: 德税贷 is suspended');
  expect(text).toContain('You chose to receive "products" by e-mail.');
});
