import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryProblem } from '../deliveries/tables';
import { mayCall } from './publicAddress';

export type WebhookCall = {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Outside production this machine itself may be called. */
  readonly mayReachSelf: boolean;
};

export type WebhookAnswer = { readonly status: number | null; readonly problem: DeliveryProblem | null };

/** How long an endpoint may take to answer, in milliseconds. */
const patience = 10_000;

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/**
 * Posts one event and answers with the status, or with what went wrong. The name is resolved here, once, and the connection
 * goes to that address: one that is not public is never connected to, whatever the name resolves to later. Redirections
 * are not followed, and nothing of the answer is read but its status.
 */
export async function callWebhook({ url, body, headers, mayReachSelf }: WebhookCall): Promise<WebhookAnswer> {
  const signal = AbortSignal.timeout(patience);
  try {
    const status = await post(new URL(url), { body, headers, mayReachSelf, signal });
    return { status, problem: status >= 200 && status < 300 ? null : status === 410 ? 'gone' : 'refused' };
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { status: null, problem: 'forbiddenAddress' };
    return { status: null, problem: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

type Posting = Omit<WebhookCall, 'url'> & { readonly signal: AbortSignal };

const post = (url: URL, { body, headers, mayReachSelf, signal }: Posting): Promise<number> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayCall(host, { mayReachSelf })) throw new ForbiddenAddress(host);
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Rongqiao-Webhooks/1.0',
          ...headers,
        },
        lookup: guarded(mayReachSelf),
        agent: false,
        signal,
      },
      response => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Resolves a name to addresses that may be called; to none, when one of them may not be. */
const guarded =
  (mayReachSelf: boolean): LookupFunction =>
  (hostname, options, answer) =>
    lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) return answer(error ?? new Error(`no address for ${hostname}`), '', 0);
      if (!addresses.every(({ address }) => mayCall(address, { mayReachSelf })))
        return answer(new ForbiddenAddress(hostname), '', 0);
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family);
    });
