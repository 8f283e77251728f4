/** How a request of the page goes out: as who is signed in, or with a token of a machine's. */
export type Caller = { readonly token: string; readonly locale: string };

export type Answered = {
  readonly status: number;
  readonly milliseconds: number;
  /** The platform had it done before under the same key. */
  readonly isReplayed: boolean;
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] };
};

type Sent = { readonly document: string; readonly variables: unknown; readonly key?: string };

/** Sends one operation to the platform that the page came from, as a bank's own system would. */
export async function run({ token, locale }: Caller, { document, variables, key }: Sent): Promise<Answered> {
  const began = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: token === '' ? 'same-origin' : 'omit',
    headers: {
      'content-type': 'application/json',
      'accept-language': locale,
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify({ query: document, variables }),
  });
  return {
    status: response.status,
    body: await response.json(),
    isReplayed: response.headers.get('idempotency-replayed') === 'true',
    milliseconds: Math.round(performance.now() - began),
  };
}
