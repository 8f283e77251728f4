import type { Catalogued } from './catalogued';

const aLoan = {
  document: `query { transactions(list: { perPage: 200 }) { items { id version allowedVerbs ledger { next { principalFen interestFen } } } } }`,
  at: 'transactions.items',
  verb: 'recordRepayment',
} as const;

/** After the loan, and what the platform tells a bank's system. */
export const following: readonly Catalogued[] = [
  {
    name: 'transactions',
    group: 'afterTheLoan',
    title: { zh: '读取贷款', en: 'Read the loans' },
    says: {
      zh: '本行的贷款及台账；unreportedFor 只列该月还没有反馈还款的。',
      en: 'Your loans with their ledgers; unreportedFor lists those whose repayments of a month you have not reported.',
    },
    document: `query Loans($list: TransactionListInput!) {
  transactions(list: $list) {
    total
    items { id version state balanceFen ledger { overdueFen daysPastDue next { dueOn dueFen } } enterprise { name } }
  }
}`,
    variables: { list: { page: 1, perPage: 20, filter: { unreportedFor: '‹thisMonth›' } } },
    rules: ['page.min', 'perPage.range', 'month.form'],
  },
  {
    name: 'recordRepayment',
    group: 'afterTheLoan',
    title: { zh: '登记一笔还款', en: 'Record one repayment' },
    says: {
      zh: '一笔贷款的一次还款；台账、逾期天数和五级分类随之更新，企业收到通知。',
      en: 'One repayment of one loan: ledger, days past due and class follow at once, and the firm is told.',
    },
    document: `mutation Repaid($id: ID!, $version: Int!, $input: RepaymentInput!) {
  recordRepayment(id: $id, version: $version, input: $input) { id version state balanceFen ledger { overdueFen } }
}`,
    variables: {
      id: '‹id›',
      version: '‹version›',
      input: {
        paidOn: '‹today›',
        principalFen: '‹ledger.next.principalFen›',
        interestFen: '‹ledger.next.interestFen›',
        feeFen: 0,
      },
    },
    pick: aLoan,
    rules: ['staleVersion', 'paidOn.range', 'principalFen.aboveBalance', 'loan.ended'],
  },
  {
    name: 'reportRepayments',
    group: 'afterTheLoan',
    title: { zh: '按月批量反馈还款', en: 'Report a month' },
    says: {
      zh: '一个月多笔贷款一次报送，最多 500 笔，全部成功或全部不变。金额为零表示当月没有还款。此操作的幂等键是参数，长期有效。',
      en: 'Many loans of one month at once, 500 at most: all of it or nothing. Zero says that nothing was paid. Its idempotency key is an argument, and holds for good.',
    },
    document: `mutation Month($input: RepaymentsInput!, $idempotencyKey: String!) {
  reportRepayments(input: $input, idempotencyKey: $idempotencyKey) { kept known unpaid }
}`,
    variables: {
      input: {
        month: '‹thisMonth›',
        rows: [{ transactionId: '‹id›', principalFen: 0, interestFen: 0, feeFen: 0 }],
      },
      idempotencyKey: '‹newKey›',
    },
    pick: aLoan,
    rules: ['idempotencyKey.otherContent', 'month.form', 'paidOn.inMonth', 'rows.twice', 'principalFen.aboveBalance'],
  },
  {
    name: 'registerWebhook',
    group: 'events',
    title: { zh: '登记回调地址', en: 'Register a webhook' },
    says: {
      zh: '平台把贵机构收到的消息同时推送到该地址，按 Standard Webhooks 签名。密钥只显示一次。',
      en: 'What your inbox is told is posted there too, signed as Standard Webhooks say. The secret is shown once.',
    },
    document: `mutation Register($input: WebhookInput!) {
  registerWebhook(input: $input) { secret webhook { id url topics state } }
}`,
    variables: {
      input: { name: '核心系统', url: 'https://hooks.example.com/rongqiao', topics: ['applications', 'offers', 'loans'] },
    },
    rules: ['webhooks.max'],
  },
  {
    name: 'webhooks',
    group: 'events',
    title: { zh: '查看回调地址', en: 'See the webhooks' },
    says: { zh: '本机构登记的回调地址。', en: 'The addresses that your institution has registered.' },
    document: 'query Webhooks { webhooks { id version name url topics state } }',
    variables: {},
    rules: [],
  },
  {
    name: 'testWebhook',
    group: 'events',
    title: { zh: '发送测试事件', en: 'Send a test event' },
    says: { zh: '用真实的签名和重试发出一个测试事件。', en: 'One event, signed and retried as every event is.' },
    document: 'mutation Test($id: ID!) { testWebhook(id: $id) { id state eventType } }',
    variables: { id: '‹id›' },
    pick: { document: 'query { webhooks { id state } }', at: 'webhooks', where: { state: 'active' } },
    rules: ['illegalVerb'],
  },
  {
    name: 'deliveries',
    group: 'events',
    title: { zh: '查看送达情况', en: 'See the deliveries' },
    says: {
      zh: '每个事件送到没有、试了几次、对方答了什么；失败的可以重发。',
      en: 'Each event: whether it has arrived, after how many attempts, and what was answered; failed ones can be sent again.',
    },
    document: `query Deliveries($list: DeliveryListInput!) {
  deliveries(list: $list) { total items { id eventType state attempts lastStatus lastProblem createdAt allowedVerbs } }
}`,
    variables: { list: { page: 1, perPage: 20 } },
    rules: ['page.min', 'perPage.range'],
  },
];
