import type { Config } from '../config';

const oneYear = 31_536_000;

/** Everything a page loads comes from here. Emotion, under MUI, writes styles at run time: they alone may be inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/**
 * The security headers of every answer, as OWASP lists them. They never change while the server runs, so they are
 * written once; browsers are held to HTTPS only where the operator says that there is HTTPS.
 */
export const headersOfAll = ({ isCookieSecure }: Pick<Config, 'isCookieSecure'>): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(isCookieSecure && { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` }),
});
