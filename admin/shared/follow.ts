import { createClient, NetworkError } from 'graphql-sse';
import { currentServerLocale } from '../client';

const client = createClient({
  url: '/graphql/stream',
  credentials: 'same-origin',
  headers: () => ({ 'accept-language': currentServerLocale() }),
  retryAttempts: 0,
});

/** Between the end of a stream and the next try. */
const retryMs = 3_000;

type Refused = { readonly message: string; readonly extensions?: { readonly code?: string } };

type Listener<Data> = {
  readonly next: (data: Data) => void;
  /** It will not be tried again: the platform has refused. */
  readonly refused?: (code: string) => void;
};

/**
 * Follows a subscription until it is told to stop: whatever breaks or ends is tried again, what the platform refuses is not, so
 * that a page whose session has ended does not ask forever. Answers how to stop.
 */
export function follow<Data>(
  document: string,
  variables: Record<string, unknown>,
  { next, refused }: Listener<Data>,
): () => void {
  let stop: () => void = () => undefined;
  let isOver = false;
  const end = (code: string) => {
    isOver = true;
    stop();
    refused?.(code);
  };
  const later = () => {
    if (!isOver) setTimeout(() => (isOver ? undefined : begin()), retryMs);
  };
  const begin = () => {
    stop = client.subscribe<Data>(
      { query: document, variables },
      {
        next({ data, errors }) {
          const [error] = (errors ?? []) as readonly Refused[];
          if (error) end(error.extensions?.code ?? 'INTERNAL');
          else if (data && !isOver) next(data);
        },
        error(error) {
          const status = error instanceof NetworkError ? (error as NetworkError<Response>).response?.status : undefined;
          if (status !== undefined && status >= 400 && status < 500) end(codeOf(status));
          else later();
        },
        complete: later,
      },
    );
  };
  begin();
  return () => {
    isOver = true;
    stop();
  };
}

const codeOf = (status: number): string => (status === 400 ? 'INVALID_INPUT' : status === 401 ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED');
