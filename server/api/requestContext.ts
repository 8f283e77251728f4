import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import type { RequestContext } from '../context';
import type { Database } from '../database/database';
import { actorOfToken } from '../identity/sessions/actorOfToken';
import { dayOf, type Instant } from '../shared/dates';
import type { Locale } from '../shared/text';

export const sessionCookie = 'rongqiao_session';

/** What the server is given instead of taking it from the world. */
export type Surroundings = {
  readonly db: Database;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly config: Pick<Config, 'isCookieSecure' | 'sessionHours'>;
};

/** All that a request over HTTP may know: who asks, by cookie or bearer token, in which language, and when. */
export async function requestContext(
  { db, clock, newId, config }: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const now = clock();
  const sessionToken = bearerToken(request.headers.authorization) ?? request.cookies[sessionCookie] ?? null;
  return {
    actor: sessionToken ? await actorOfToken(db.read, sessionToken, now) : null,
    db,
    now,
    today: dayOf(now),
    newId,
    log: request.log,
    requestId: request.id,
    locale: localeOf(request.headers['accept-language']),
    loaders: new Map(),
    sessionToken,
    address: request.ip,
    sessionHours: config.sessionHours,
    keepSession(session) {
      const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isCookieSecure } as const;
      if (session) reply.setCookie(sessionCookie, session.token, { ...options, expires: session.expiresAt });
      else reply.clearCookie(sessionCookie, options);
    },
  };
}

const bearerToken = (header: string | undefined): string | null => /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? null;

/** The reader's language: English when it is asked for before Chinese, else Chinese. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map(parameter => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(value => value !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language }) => language === 'zh' || language === 'en')
    .sort((a, b) => b.quality - a.quality);
  return asked[0]?.language === 'en' ? 'en' : 'zh';
}
