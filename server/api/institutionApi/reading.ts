import { anApplication, type Catalogued } from './catalogued';

/** Getting in, the queue, and taking up what stands in it. */
export const reading: readonly Catalogued[] = [
  {
    name: 'issueToken',
    group: 'access',
    title: { zh: '领取令牌', en: 'Get a token' },
    says: {
      zh: '系统用专门账号领取令牌（Bearer token），之后每次请求放在 Authorization 头里。令牌到期时间随答复给出，到期前再领一次；只显示一次，平台不存原文。',
      en: 'A system signs in with an account of its own and sends the token with every request as Authorization: Bearer. It is shown once and stored nowhere; get another before it expires.',
    },
    document: `mutation IssueToken($username: String!, $password: String!, $label: String!) {
  issueToken(username: $username, password: $password, label: $label) { token expiresAt }
}`,
    variables: { username: 'bank', password: 'rongqiao-demo', label: '核心系统' },
    rules: ['signIn.perMinute'],
  },
  {
    name: 'applications',
    group: 'queue',
    title: { zh: '读取待办申请', en: 'Read the queue' },
    says: {
      zh: '本行收到的申请，最先到期的排在最前。allowedVerbs 是现在可以办的操作；企业名称在受理后才有（抢单、派单）。',
      en: 'The applications that your bank was sent, the one due first at the top. allowedVerbs says what can be done now; of a demand that was grabbed or dispatched the firm is named once you accept.',
    },
    document: `query Queue($list: ApplicationListInput!) {
  applications(list: $list) {
    total
    items {
      id version state amountFen termMonths submittedAt allowedVerbs
      enterprise { name }
      productVersion { name }
      clock { dueOn leftDays isOverdue releasedAfter }
    }
  }
}`,
    variables: { list: { page: 1, perPage: 20, sort: 'dueOn', order: 'ASC' } },
    rules: ['page.min', 'perPage.range', 'sort.unknown'],
  },
  {
    name: 'application',
    group: 'queue',
    title: { zh: '读取一笔申请', en: 'Read one application' },
    says: {
      zh: '一笔申请的全部：匹配结论及依据、报价、合同、办理记录。',
      en: 'All of one application: what it was judged by, its offers, contract and course.',
    },
    document: `query One($id: ID!) {
  application(id: $id) {
    id version state amountFen termMonths securities matchVerdict isFileOpen allowedVerbs
    demand { purpose }
    findings { verdict text { zh en } }
    offers { id state annualisedRateBps validUntil }
    history { at verb party reason }
  }
}`,
    variables: { id: '‹id›' },
    pick: { document: 'query { applications(list: { perPage: 1 }) { items { id } } }', at: 'applications.items' },
    rules: [],
  },
  {
    name: 'acceptApplication',
    group: 'queue',
    title: { zh: '受理', en: 'Accept' },
    says: {
      zh: '受理后显示企业名称，开始计算联系时限。version 为读取时的版本：他人先办了则拒绝。',
      en: 'The firm is named from then on, and the limit to get in touch runs. version is the one you have read: refused where somebody was faster.',
    },
    document: `mutation Accept($id: ID!, $version: Int!) {
  acceptApplication(id: $id, version: $version) { id version state allowedVerbs }
}`,
    variables: { id: '‹id›', version: '‹version›' },
    pick: anApplication('acceptApplication'),
    rules: ['staleVersion', 'illegalVerb', 'applicationParty'],
  },
  {
    name: 'declineApplication',
    group: 'refusal',
    title: { zh: '不予受理', en: 'Decline' },
    says: {
      zh: '受理前使用，须选原因；企业看到原因和「怎样可以改变」。企业同意转办的，需求自动转给下一家。',
      en: 'Before it is accepted, for a coded reason that the firm reads with what would change it. Where the firm lets it, the demand goes on to the next bank.',
    },
    document: `mutation Decline($id: ID!, $version: Int!, $reasonCode: ReasonCode!, $reasonText: String) {
  declineApplication(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) {
    id version state reason { code label { zh en } }
  }
}`,
    variables: { id: '‹id›', version: '‹version›', reasonCode: 'R20', reasonText: '本行目前不办理此类业务，请见谅。' },
    pick: anApplication('declineApplication'),
    rules: ['staleVersion', 'illegalVerb', 'reasonCode.ofVerb', 'reasonText.needed'],
  },
  {
    name: 'rejectApplication',
    group: 'refusal',
    title: { zh: '拒绝', en: 'Refuse' },
    says: {
      zh: '受理后使用，须选原因；选「其他」须说明。',
      en: 'After it was accepted, for a coded reason; "other" needs words.',
    },
    document: `mutation Reject($id: ID!, $version: Int!, $reasonCode: ReasonCode!, $reasonText: String) {
  rejectApplication(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) {
    id version state reason { code label { zh en } change { zh en } }
  }
}`,
    variables: { id: '‹id›', version: '‹version›', reasonCode: 'R06', reasonText: '经营现金流不足以覆盖还款。' },
    pick: anApplication('rejectApplication'),
    rules: ['staleVersion', 'illegalVerb', 'reasonCode.ofVerb', 'reasonText.needed'],
  },
  {
    name: 'reasonCodes',
    group: 'refusal',
    title: { zh: '原因代码', en: 'Coded reasons' },
    says: { zh: '全部原因代码及「怎样可以改变」。', en: 'Every coded reason, and what would change it.' },
    document: 'query Reasons { reasonCodes { code needsText label { zh en } change { zh en } } }',
    variables: {},
    rules: [],
  },
];
