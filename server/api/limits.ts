import { perPageMax } from '../shared/list';
import { invalidInput, type Refusal } from '../shared/refusals';

/** What one request may ask. A document within these limits cannot keep the server busy for long. */
export const limits = {
  /** Our deepest page asks 8 levels, the explorer's introspection 15. */
  depthMax: 16,
  /** Values in the answer, lists multiplied out: a page of 200 records of 50 values each is 10,000. */
  valuesMax: 100_000,
  aliasesMax: 50,
  /** Fields and fragment spreads followed, so that fragments which spread one another cannot run away. */
  stepsMax: 5_000,
  tokensMax: 5_000,
  documentCharactersMax: 50_000,
  /** Commands of one request: more would let a single request try many things at the cost of one. */
  commandsMax: 10,
  /** Sign-ins of one request: several would pass under the limit per address. */
  signInsMax: 1,
  bodyBytesMax: 256 * 1024,
} as const;

type Limit = Exclude<keyof typeof limits, 'bodyBytesMax'>;

const names: Record<Limit, { zh: string; en: string }> = {
  depthMax: { zh: '嵌套层数', en: 'levels of nesting' },
  valuesMax: { zh: '预计返回的数据项', en: 'values in the expected answer' },
  aliasesMax: { zh: '别名', en: 'aliases' },
  stepsMax: { zh: '字段与片段引用', en: 'fields and fragment spreads' },
  tokensMax: { zh: '词法单元', en: 'tokens' },
  documentCharactersMax: { zh: '字符', en: 'characters' },
  commandsMax: { zh: '变更操作', en: 'mutations' },
  signInsMax: { zh: '登录操作', en: 'sign-ins' },
};

/** The refusal of a document that goes beyond `limit`. */
export function beyond(limit: Limit): Refusal {
  const max = limits[limit].toLocaleString('en-US');
  return invalidInput('query', null, `document.${limit}`, {
    zh: `请求过大：最多允许 ${max} ${names[limit].zh}。请拆分查询或减少字段。`,
    en: `The request is too large: at most ${max} ${names[limit].en}. Split the query or ask for fewer fields.`,
  });
}

export const bodyTooLarge = (bytesMax: number): Refusal =>
  invalidInput('body', null, 'body.bytesMax', {
    zh: `请求体过大：最多 ${bytesMax.toLocaleString('en-US')} 字节。`,
    en: `The request body is too large: at most ${bytesMax.toLocaleString('en-US')} bytes.`,
  });

export const batchRefused = (count: number): Refusal =>
  invalidInput('body', count, 'body.batch', {
    zh: `不接受批量请求（收到 ${count} 个操作）：每次请求只发送一个操作。`,
    en: `Batches are not accepted (${count} operations were sent): send one operation a request.`,
  });

export const pageTooLarge = (perPage: number): Refusal =>
  invalidInput('perPage', perPage, 'perPage.range', {
    zh: `每页 ${perPage} 条超出范围：应为 1 至 ${perPageMax}。`,
    en: `A page of ${perPage} is out of range: ask for 1 to ${perPageMax}.`,
  });
