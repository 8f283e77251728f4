import { describe, expect, it } from 'vitest';
import { checkUrl } from './checkUrl';
import { mayCall } from './publicAddress';

const closed = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  'not an address',
];
const open = [
  '1.1.1.1',
  '8.8.8.8',
  '172.32.0.1',
  '172.15.255.255',
  '100.128.0.1',
  '192.169.0.1',
  '2606:4700:4700::1111',
  '::ffff:8.8.8.8',
];

describe('an address', () => {
  it.each(closed)('%s is not called', address => {
    expect(mayCall(address, { mayReachSelf: false })).toBe(false);
  });

  it.each(open)('%s is called', address => {
    expect(mayCall(address, { mayReachSelf: false })).toBe(true);
  });

  it('of this machine is called outside production, and no other that is not public', () => {
    const self = ['127.0.0.1', '127.8.8.8', '::1'];
    for (const address of [...closed, ...self])
      expect(mayCall(address, { mayReachSelf: true }), address).toBe(self.includes(address));
  });
});

describe('the address of a webhook', () => {
  const check = (url: string, mayReachSelf = false) => {
    try {
      return checkUrl(url, { mayReachSelf });
    } catch (error) {
      return (error as { details: { rule: string } }).details.rule;
    }
  };

  it.each([
    ['https://api.example.com/hook', 'https://api.example.com/hook'],
    [' https://api.example.com:8443/hook?a=1#part ', 'https://api.example.com:8443/hook?a=1'],
    ['http://api.example.com/hook', 'url.https'],
    ['ftp://api.example.com/hook', 'url.https'],
    ['https://user:secret@api.example.com/', 'url.form'],
    ['api.example.com/hook', 'url.form'],
    [`https://api.example.com/${'a'.repeat(500)}`, 'url.form'],
    ['https://localhost/hook', 'url.private'],
    ['https://db.localhost/hook', 'url.private'],
    ['https://10.0.0.1/hook', 'url.private'],
    ['https://[::1]/hook', 'url.private'],
    ['https://[::ffff:169.254.169.254]/', 'url.private'],
    ['https://0x7f.1/hook', 'url.private'],
    ['https://2130706433/hook', 'url.private'],
    ['http://localhost:4100/hook', 'url.https'],
  ])('%s comes to %s', (url, expected) => {
    expect(check(url)).toBe(expected);
  });

  it.each([
    ['http://localhost:4100/hook', 'http://localhost:4100/hook'],
    ['http://127.0.0.1:4100/hook', 'http://127.0.0.1:4100/hook'],
    ['http://[::1]:4100/hook', 'http://[::1]:4100/hook'],
    ['http://192.168.0.1/hook', 'url.https'],
    ['https://192.168.0.1/hook', 'url.private'],
    ['http://api.example.com/', 'url.https'],
  ])('outside production %s comes to %s', (url, expected) => {
    expect(check(url, true)).toBe(expected);
  });
});
