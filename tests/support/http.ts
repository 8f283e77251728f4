import { join } from 'node:path';
import { pino } from 'pino';
import { createSchema } from '../../server/api/schema';
import { createServer } from '../../server/api/server';
import { type Config, parseConfig } from '../../server/config';
import { hashOfToken, newToken } from '../../server/identity/sessions/token';
import { sessions } from '../../server/identity/tables';
import type { Actor } from '../../server/shared/actor';
import type { World } from './world';

export type Answer<Data = Record<string, unknown>> = {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Data | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
};

/** Somebody at the other end of the wire: keeps cookies as a browser does, or carries a bearer token. */
export type Client = {
  readonly ask: <Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>;
  /** The data of an answer without errors; throws with the refusal otherwise. */
  readonly data: <Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>) => Promise<Data>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

export type Running = {
  readonly address: string;
  readonly logs: readonly Record<string, unknown>[];
  readonly anonymous: (headers?: Record<string, string>) => Client;
  /** A client that carries a bearer token of `actor`, whose user must be in the world. */
  readonly as: (actor: Actor, headers?: Record<string, string>) => Promise<Client>;
  readonly close: () => Promise<void>;
};

/**
 * The real server over the database and clock of `world`, on a free port, until it is closed. `withoutSocket`: its clients hand
 * their questions to it as they would arrive, for those who ask ten thousand times.
 */
export async function serve(
  world: World,
  environment: Record<string, string> = {},
  { withoutSocket = false }: { readonly withoutSocket?: boolean } = {},
): Promise<Running> {
  const config: Config = {
    ...parseConfig({ NODE_ENV: 'test', SIGN_INS_PER_MINUTE: '1000', ...environment }),
    dataDir: world.place.dataDir,
  };
  const logs: Record<string, unknown>[] = [];
  const log = pino({ level: config.logLevel }, { write: line => logs.push(JSON.parse(line)) });
  const app = await createServer({
    config,
    db: world.db,
    clock: world.now,
    newId: world.newId,
    log,
    schema: await createSchema(),
    pagesFolder: join(world.place.dataDir, 'pages'),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const wire = withoutSocket ? handingTo(app) : overSocket(address);
  return {
    address,
    logs,
    anonymous: (headers = {}) => clientOf(wire, headers),
    async as(actor, headers = {}) {
      const token = await aSession(world, actor);
      return clientOf(wire, { authorization: `Bearer ${token}`, ...headers });
    },
    close: () => app.close(),
  };
}

/** A bearer session of `actor` for the next twelve hours; answers its token. */
export async function aSession(world: World, actor: Pick<Actor, 'userId'>): Promise<string> {
  const token = newToken();
  const createdAt = world.now();
  await world.db.write(tx =>
    tx.insert(sessions).values({
      id: hashOfToken(token),
      userId: actor.userId,
      kind: 'bearer',
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 12 * 3_600_000),
    }),
  );
  return token;
}

/** How a client's requests reach the server. */
type Wire = {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly post: (path: string, headers: Record<string, string>, body: string) => Promise<Posted>;
};
type Posted = { readonly status: number; readonly headers: Headers; readonly body: unknown };

const overSocket = (address: string): Wire => {
  const fetchThere: Wire['fetch'] = (path, init) => fetch(new URL(path, address), init);
  return {
    fetch: fetchThere,
    async post(path, headers, body) {
      const response = await fetchThere(path, { method: 'POST', redirect: 'manual', headers, body });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
};

/** What `withoutSocket` hands over. */
type Handed = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
};

const handingTo = (app: Awaited<ReturnType<typeof createServer>>): Wire => {
  const hand = async (request: Handed) => {
    const answer = await app.inject(request);
    const fields = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map(each => [name, String(each)] as [string, string]),
    );
    return { status: answer.statusCode, headers: new Headers(fields), payload: answer.rawPayload };
  };
  return {
    async fetch(path, { method = 'GET', headers, body }) {
      if (method !== 'GET' || body) throw new Error('without a socket, a client asks and fetches, and sends nothing else');
      const { payload, ...answered } = await hand({ method, url: path, headers: headers as Record<string, string> });
      return new Response(new Uint8Array(payload), answered);
    },
    async post(path, headers, body) {
      const { payload, ...answered } = await hand({ method: 'POST', url: path, headers, payload: body });
      return { ...answered, body: JSON.parse(payload.toString()) };
    },
  };
};

function clientOf(wire: Wire, headers: Record<string, string>): Client {
  const cookies = new Map<string, string>();
  const heads = (more: Record<string, string> = {}): Record<string, string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...headers, ...(cookie ? { cookie } : {}), ...more };
  };
  const keepFrom = (response: Pick<Response, 'headers'>): void => {
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
  };
  const ask: Client['ask'] = async (document, variables = {}) => {
    const more = { 'content-type': 'application/json' };
    const { status, headers, body } = await wire.post('/graphql', heads(more), JSON.stringify({ query: document, variables }));
    keepFrom({ headers });
    return { status, headers, ...(body as Pick<Answer<never>, 'data' | 'errors'>) };
  };
  return {
    ask,
    async fetch(path, init = {}) {
      const sent = { redirect: 'manual' as const, ...init, headers: heads(init.headers as Record<string, string>) };
      const response = await wire.fetch(path, sent);
      keepFrom(response);
      return response;
    },
    async data<Data>(document: string, variables?: Record<string, unknown>) {
      const { data, errors } = await ask<Data>(document, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors ?? 'no data'));
      return data;
    },
  };
}

/** As a browser does: a cookie that is empty or over is forgotten. */
function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
  const [name = '', value = ''] = pair.split('=');
  const isOver = attributes.some(part => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(part));
  if (value === '' || isOver) cookies.delete(name);
  else cookies.set(name, value);
}
