import { HttpError } from 'react-admin';

/** A GraphQL document of the admin; a test checks every one of them against schema.graphql. */
export const graphql = (text: TemplateStringsArray): string => text.join('');

export type Refused = {
  readonly code: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly rule?: string;
  readonly requestId?: string;
  readonly problems?: unknown;
};

type Answer<Data> = { data?: Data; errors?: { message: string; extensions?: Refused }[] };

let locale = 'zh';

/** The language in which the server words its refusals. */
export const setServerLocale = (next: string): void => {
  locale = next;
};

/** The language in which the server words what it says. */
export const currentServerLocale = (): string => locale;

/**
 * Asks the platform one operation. A refusal becomes an HttpError with the server's sentence, its code in
 * `body.code`, and, when it names a field, `body.errors` as react-admin's forms expect it.
 */
export async function ask<Data>(document: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Data> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': locale },
      body: JSON.stringify({ query: document, variables }),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new HttpError('rongqiao.shared.error.unreachable', 0, { code: 'UNREACHABLE' });
  }
  const answer = await readAnswer<Data>(response);
  const [error] = answer.errors ?? [];
  if (error) throw refusal(error.message, error.extensions);
  if (answer.data === undefined || answer.data === null)
    throw new HttpError('rongqiao.shared.error.unreachable', response.status, { code: 'UNREACHABLE' });
  return answer.data;
}

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>;
  } catch {
    throw new HttpError('rongqiao.shared.error.unreachable', response.status, { code: 'UNREACHABLE' });
  }
}

const statusOf: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID_INPUT: 422,
};

function refusal(message: string, extensions: Refused | undefined): HttpError {
  const code = extensions?.code ?? 'INTERNAL';
  const errors = extensions?.field ? { errors: { [extensions.field]: message, root: { serverError: message } } } : {};
  return new HttpError(message, statusOf[code] ?? 500, { ...extensions, code, ...errors });
}

/** The refusal's machine-readable part, when `error` is one. */
export const refusedOf = (error: unknown): Refused | null =>
  error instanceof HttpError && error.body && typeof error.body === 'object' ? (error.body as Refused) : null;
