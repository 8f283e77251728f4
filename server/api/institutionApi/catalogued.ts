import type { Text } from '../../shared/text';

/** The parts of the institutions' API, in the order of a bank's day. */
export const apiGroups = {
  access: { zh: '接入', en: 'Access' },
  queue: { zh: '读取与受理', en: 'Reading the queue and taking up' },
  decision: { zh: '尽调、报价与放款', en: 'Looking into it, offering, paying out' },
  refusal: { zh: '不受理与拒绝', en: 'Declining and refusing' },
  afterTheLoan: { zh: '还款反馈', en: 'Feedback of repayments' },
  events: { zh: '事件回调（Webhook）', en: 'Events (webhooks)' },
} as const satisfies Readonly<Record<string, Text>>;
export type ApiGroup = keyof typeof apiGroups;

/**
 * Where the values of an example come from: the first of `at` in the answer to `document` that has what `where` says, lets the
 * caller do `verb`, and knows every value that the example needs.
 */
export type Pick = {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly where?: Readonly<Record<string, unknown>>;
  readonly verb?: string;
};

/** An operation that an institution's own system uses, with an example that runs. */
export type Catalogued = {
  readonly name: string;
  readonly group: ApiGroup;
  readonly title: Text;
  /** What it is for, and what follows from it. */
  readonly says: Text;
  readonly document: string;
  /** A text in ‹ › stands for a value of what is picked, or for ‹today›, ‹thisMonth›, ‹inThirtyDays›, ‹newKey›. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly pick?: Pick;
  /** The rules it is refused by, beside what every operation can be refused by. */
  readonly rules: readonly string[];
};

/** Of the applications of the caller's bank, one on which it may do `verb`. */
export const anApplication = (verb: string, fields = ''): Pick => ({
  document: `query { applications(list: { perPage: 200 }) { items { id version amountFen termMonths allowedVerbs ${fields} } } }`,
  at: 'applications.items',
  verb,
});
