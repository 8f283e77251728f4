import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invalidInput, Refusal, type RefusalCode } from '../shared/refusals';
import { presentError, refusalIn } from './errors';
import { bodyTooLarge, limits } from './limits';
import { localeOf } from './requestContext';

const statusOf: Readonly<Record<RefusalCode, number>> = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
};

/** Answers what fails before or beside GraphQL in GraphQL's own form, so that every caller reads one kind of error. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answer(refusalIn(error) ?? refusalOf(error) ?? error, request, reply),
  );
}

function answer(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const retryAfter = error instanceof Refusal ? error.details.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const locale = localeOf(request.headers['accept-language']);
  reply.code(statusFor(error)).send({ errors: [presentError(error, { locale, requestId: request.id, log: request.log })] });
}

function statusFor(error: Error): number {
  if (!(error instanceof Refusal)) return 500;
  if (error.details.rule === 'request.method') return 405;
  if (error.details.rule === 'body.bytesMax') return 413;
  if (error.details.rule === 'body.contentType') return 415;
  return error.details.retryAfterSeconds === undefined ? statusOf[error.code] : 429;
}

/** What Fastify refuses by itself, in our words. */
function refusalOf(error: FastifyError): Refusal | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(limits.bodyBytesMax);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return invalidInput('content-type', null, 'body.contentType', {
      zh: '请求体的类型不受支持：请以 application/json 提交。',
      en: 'This type of body is not supported: send application/json.',
    });
  if (error.statusCode === undefined || error.statusCode >= 500) return null;
  return invalidInput('body', null, 'body.malformed', {
    zh: `无法读取请求：${error.message}`,
    en: `The request cannot be read: ${error.message}`,
  });
}
