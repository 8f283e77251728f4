import { isIP } from 'node:net';
import { invalidInput } from '../../shared/refusals';
import type { Text } from '../../shared/text';
import { mayCall } from './publicAddress';

const lengthMax = 500;

/**
 * The address of a webhook in its plain form. Refuses what is no address, anything but https, names and passwords in it, and
 * an IP address that is not public; outside production this machine itself may be named, also by http.
 */
export function checkUrl(given: string, { mayReachSelf }: { readonly mayReachSelf: boolean }): string {
  const url = URL.canParse(given.trim()) && given.length <= lengthMax ? new URL(given.trim()) : null;
  if (url === null || url.username !== '' || url.password !== '') throw refusal(given, 'url.form', wrongForm);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSelf =
    isSelfName(host) || (isIP(host) !== 0 && !mayCall(host, { mayReachSelf: false }) && mayCall(host, { mayReachSelf: true }));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isSelf && mayReachSelf))
    throw refusal(given, 'url.https', notHttps);
  if (isSelf ? !mayReachSelf : isIP(host) !== 0 && !mayCall(host, { mayReachSelf }))
    throw refusal(given, 'url.private', notPublic);
  url.hash = '';
  return url.href;
}

const isSelfName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

const refusal = (url: string, rule: string, text: Text) => invalidInput('url', url, rule, text);

const wrongForm: Text = {
  zh: `请填写完整的网址，例如 https://api.example.com/rongqiao（最长 ${lengthMax} 字符，不含用户名和密码）。`,
  en: `Give a whole address such as https://api.example.com/rongqiao, at most ${lengthMax} characters, without name and password.`,
};
const notHttps: Text = { zh: '回调地址必须使用 https。', en: 'The address must begin with https.' };
const notPublic: Text = {
  zh: '回调地址必须是公网地址，不能是本机或内网地址。',
  en: 'The address must be a public one, not this machine or a private network.',
};
