import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../context';
import { Refusal, type RefusalCode } from '../shared/refusals';
import { inLocale, type Text } from '../shared/text';

type Reader = Pick<RequestContext, 'locale' | 'requestId' | 'log'>;

/** All that is said of a defect. */
export const internal: Text = {
  zh: '平台内部出错，已记录。请稍后重试；如仍出错，请提供请求编号。',
  en: 'Something went wrong inside the platform and has been logged. Try again later; if it persists, quote the request id.',
};

/**
 * An error as its reader may see it: a refusal with its sentence in the reader's language, its code and its details;
 * a malformed request as INVALID_INPUT; anything else as INTERNAL without its text, logged with the request's id.
 */
export function presentError(error: unknown, reader: Reader): GraphQLFormattedError {
  const { requestId, locale } = reader;
  const where = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  const refusal = refusalIn(error) ?? malformedIn(error);
  if (refusal)
    return {
      ...where,
      message: inLocale(refusal.text, locale),
      extensions: { ...refusal.details, code: refusal.code, requestId },
    };
  reader.log.error({ err: causeOf(error), path: 'path' in where ? where.path : undefined }, 'request failed');
  return { ...where, message: inLocale(internal, locale), extensions: { code: 'INTERNAL', requestId } };
}

/** The refusal that `error` is or carries. */
export const refusalIn = (error: unknown): Refusal | null => {
  for (let at: unknown = error; at instanceof Error; at = at instanceof GraphQLError ? at.originalError : at.cause)
    if (at instanceof Refusal) return at;
  return null;
};

const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError) || error;

/** What graphql and Apollo say of a document or of variables that do not fit the schema, as INVALID_INPUT. */
function malformedIn(error: unknown): Refusal | null {
  if (!(error instanceof GraphQLError)) return null;
  const rule = ruleOf[String(error.extensions.code)] ?? (isAboutVariables(error) ? 'document.variables' : undefined);
  return rule ? malformed(rule, error) : null;
}

const ruleOf: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'document.syntax',
  GRAPHQL_VALIDATION_FAILED: 'document.schema',
  OPERATION_RESOLUTION_FAILURE: 'document.operation',
  BAD_USER_INPUT: 'document.variables',
  BAD_REQUEST: 'request.malformed',
};

/** Compiled queries, and arguments read from variables, report what they cannot read without a code. */
const isAboutVariables = ({ originalError, message }: GraphQLError): boolean =>
  (originalError === undefined || originalError instanceof GraphQLError) &&
  /^(Variable "\$|Argument "|Expected value of type )/.test(message);

function malformed(rule: string, { message }: GraphQLError): Refusal {
  const field = /at "([^"]+)"/.exec(message)?.[1] ?? /^(?:Variable "\$|Argument ")(\w+)"/.exec(message)?.[1];
  return new Refusal(
    'INVALID_INPUT' satisfies RefusalCode,
    { zh: `请求与接口约定不符：${message}`, en: message },
    field ? { field, rule } : { rule },
  );
}
