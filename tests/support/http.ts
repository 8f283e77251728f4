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
 * their requests to it as they would arrive, for those who ask ten thousand times.
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
  const send: Send = withoutSocket ? handingTo(app) : (path, init) => fetch(new URL(path, address), init);
  return {
    address,
    logs,
    anonymous: (headers = {}) => clientOf(send, headers),
    async as(actor, headers = {}) {
      const token = await aSession(world, actor);
      return clientOf(send, { authorization: `Bearer ${token}`, ...headers });
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

type Send = (path: string, init: RequestInit) => Promise<Response>;

const handingTo =
  (app: Awaited<ReturnType<typeof createServer>>): Send =>
  async (path, { method = 'GET', headers, body }) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST',
      url: path,
      headers: headers as Record<string, string>,
      payload: body as string | undefined,
    });
    const fields = Object.entries(answer.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map(each => [name, String(each)] as [string, string]),
    );
    return new Response(answer.body, { status: answer.statusCode, headers: fields });
  };

function clientOf(send: Send, headers: Record<string, string>): Client {
  const cookies = new Map<string, string>();
  const fetchHere: Client['fetch'] = async (path, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await send(path, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) },
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  const ask: Client['ask'] = async (document, variables = {}) => {
    const response = await fetchHere('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const body = (await response.json()) as Pick<Answer<never>, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, ...body };
  };
  return {
    ask,
    fetch: fetchHere,
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
