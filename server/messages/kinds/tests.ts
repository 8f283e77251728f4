import { type Kind, plain } from './kind';

const webhookTested: Kind<{ readonly webhookId: string; readonly name: string }> = {
  topic: 'tests',
  word: ({ name }) => ({
    title: { zh: `测试事件已发往「${name}」`, en: `A test event was sent to ${name}` },
    lines: plain({ zh: '收到后请核对签名。', en: 'Check its signature when it arrives.' }),
    subject: { kind: 'webhooks', id: '' },
  }),
};

export const testKinds = { webhookTested };
