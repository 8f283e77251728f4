import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { worldBegins } from '../../../tests/support/world';
import { messageKinds } from '../kinds';
import { eventBody, eventTypeOf, newSecret, signedHeaders } from './event';

describe('the signature of an event', () => {
  it('is the one that Standard Webhooks gives for its own example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    const at = new Date(1_614_265_330_000);
    expect(signedHeaders(body, { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', secret, at })).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('needs a secret of 256 bits that no other webhook has', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(Buffer.from(one.slice('whsec_'.length), 'base64')).toHaveLength(32);
    expect(one).not.toBe(other);
  });
});

describe('an event', () => {
  it('is named after what happened to what', () => {
    expect(eventTypeOf('applicationSubmitted')).toBe('application.submitted');
    expect(new Set(messageKinds.map(eventTypeOf)).size).toBe(messageKinds.length);
  });

  it('carries the data of the message, its title and the record it is about', () => {
    const payload = { webhookId: 'w1', name: '核心系统' };
    expect(JSON.parse(eventBody({ kind: 'webhookTested', payload, createdAt: worldBegins }))).toEqual({
      type: 'webhook.tested',
      timestamp: '2026-11-23T02:00:00.000Z',
      data: {
        title: { zh: '测试事件已发往「核心系统」', en: 'A test event was sent to 核心系统' },
        subject: { kind: 'webhooks', id: '' },
        ...payload,
      },
    });
  });
});

describe('the page about webhooks', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8');

  it('shows how to verify an event: its example takes what is genuine and nothing else', async () => {
    const [, example = ''] = /```js\n([\s\S]+?)```/.exec(page) ?? [];
    const { isGenuine } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(example)}`);
    const secret = newSecret();
    const headers = signedHeaders('{"a":1}', { id: 'msg', secret, at: worldBegins });
    const seconds = worldBegins.getTime() / 1_000;
    expect(isGenuine(headers, '{"a":1}', secret, seconds + 300)).toBe(true);
    expect(isGenuine(headers, '{"a":1}', secret, seconds + 301)).toBe(false);
    expect(isGenuine(headers, '{"a":2}', secret, seconds)).toBe(false);
    expect(isGenuine({ ...headers, 'webhook-id': 'other' }, '{"a":1}', secret, seconds)).toBe(false);
    expect(isGenuine(headers, '{"a":1}', newSecret(), seconds)).toBe(false);
  });

  it('names only events that there are', () => {
    const named = [...page.matchAll(/`([a-z]+\.[a-zA-Z.]+)`/g)].map(([, type]) => type);
    const known = messageKinds.map(eventTypeOf);
    expect(named.filter(type => !known.includes(type ?? ''))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});
