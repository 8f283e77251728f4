import { type ApiGroup, apiGroups } from '../api/institutionApi/catalogued';
import { inLocale, type Locale, type Text } from '../shared/text';
import type { ApiArgument, ApiOperation } from './institutionApi';

const files: Readonly<Record<Locale, string>> = { en: 'docs/institution-api.md', zh: 'docs/institution-api.zh-CN.md' };

/** The institutions' API as a document in each language. */
export const institutionApiPages = (operations: readonly ApiOperation[], warning: string): [path: string, text: string][] =>
  (['en', 'zh'] as const).map(locale => [files[locale], pageOf(operations, locale, warning)]);

function pageOf(operations: readonly ApiOperation[], locale: Locale, warning: string): string {
  const say = (text: Text) => inLocale(text, locale);
  const groups = (Object.keys(apiGroups) as ApiGroup[]).map(group =>
    [
      `## ${say(apiGroups[group])}\n`,
      ...operations.filter(each => each.group === group).map(operation => sectionOf(operation, say)),
    ].join('\n'),
  );
  return [`<!-- ${warning} -->\n`, introductions[locale], ...groups].join('\n');
}

function sectionOf(operation: ApiOperation, say: (text: Text) => string): string {
  const { name, kind, title, says, answers, document, variables, refusals, roles } = operation;
  const rows = operation.arguments.map(argument => rowOf(argument, say));
  return [
    `### ${say(title)} \`${name}\`\n`,
    `${say(says)}\n`,
    `${kind} · ${say(words.answers)} \`${answers}\`${roles ? ` · ${say(words.roles)} ${roles.join(', ')}` : ''}\n`,
    rows.length > 0
      ? `| ${say(words.argument)} | ${say(words.type)} | ${say(words.meaning)} |\n| --- | --- | --- |\n${rows.join('\n')}\n`
      : `${say(words.noArguments)}\n`,
    `\`\`\`graphql\n${document}\n\`\`\`\n`,
    `\`\`\`json\n${JSON.stringify(variables, null, 2)}\n\`\`\`\n`,
    `\`\`\`sh\n${curlOf(operation)}\n\`\`\`\n`,
    refusals.length > 0
      ? `${say(words.refusals)}\n\n${refusals.map(refusal => `- \`${refusal.code}\` \`${refusal.rule}\`: ${say(refusal)}`).join('\n')}\n`
      : '',
  ].join('\n');
}

const rowOf = ({ path, type, isRequired, says, choices }: ApiArgument, say: (text: Text) => string): string =>
  `| \`${path}\`${isRequired ? '' : ` ${say(words.optional)}`} | \`${type}\` | ${say(says).replaceAll('|', '\\|')}${choices.length > 0 ? ` ${choices.map(choice => `\`${choice}\``).join(' ')}` : ''} |`;

/** The example as one command of a shell; a command carries a key of its own. */
function curlOf({ name, kind, document, variables }: ApiOperation): string {
  const body = JSON.stringify({ query: document.replace(/\s+/g, ' '), variables }).replaceAll("'", "'\\''");
  const headers = [
    "-H 'content-type: application/json'",
    ...(name === 'issueToken' ? [] : ['-H "authorization: Bearer $TOKEN"']),
    ...(kind === 'mutation' && name !== 'issueToken' ? ['-H "idempotency-key: $(uuidgen)"'] : []),
  ];
  return `curl -s $RONGQIAO/graphql ${headers.join(' ')} \\\n  -d '${body}'`;
}

const words = {
  answers: { zh: '答复', en: 'answers' },
  roles: { zh: '角色', en: 'open to' },
  argument: { zh: '参数', en: 'argument' },
  type: { zh: '类型', en: 'type' },
  meaning: { zh: '含义', en: 'what it is' },
  optional: { zh: '（可选）', en: '(optional)' },
  noArguments: { zh: '没有参数。', en: 'No arguments.' },
  refusals: { zh: '被拒绝的情形：', en: 'It is refused when:' },
} as const satisfies Readonly<Record<string, Text>>;

const introductions: Readonly<Record<Locale, string>> = {
  en: `# The API for institutions

What a bank's own system uses, operation by operation. The whole contract is \`schema.graphql\`; the page *API for institutions*
of a running platform shows the same and runs each example against it.

- **Address**: \`POST /graphql\` with JSON \`{"query": …, "variables": …}\`, one operation a request. \`$RONGQIAO\` below is the address of the platform.
- **Who asks**: \`Authorization: Bearer TOKEN\`; get a token with \`issueToken\` and an account made for the machine. A token does what its account may, for its own institution alone.
- **Once, however often it is sent**: give every command the header \`Idempotency-Key\` (8 to 100 visible ASCII characters, new for each new intention). Sent again with the same content it is answered the same, with \`Idempotency-Replayed: true\`; with other content it is refused (\`idempotencyKey.otherContent\`). What was refused has used up nothing. Answers are kept for 30 days; one that holds a token or a secret is given once.
- **Which verbs**: records carry \`allowedVerbs\`: what this caller can do to them now. \`version\` is the one you have read; a stale one is refused.
- **Units**: money in whole fen, rates in basis points a year, days \`YYYY-MM-DD\` of Asia/Shanghai.
- **Refusals** come as \`errors[0].extensions\` with \`code\`, \`rule\` and \`field\`; all are listed in [errors.md](errors.md). Texts in ‹ › in the examples are yours to fill in.
- **Webhooks** are signed; how to check a signature stands in [webhooks.md](webhooks.md).
`,
  zh: `# 机构接口

银行自有系统所用的操作，逐项列出。完整约定见 \`schema.graphql\`；平台的「机构接口」页内容相同，并可对运行中的平台直接运行每个示例。

- **地址**：\`POST /graphql\`，JSON \`{"query": …, "variables": …}\`，每次请求一个操作。下文 \`$RONGQIAO\` 为平台地址。
- **身份**：\`Authorization: Bearer TOKEN\`。为系统单设账号，用 \`issueToken\` 领取令牌；令牌只能办该账号、该机构可以办的事。
- **重发不重办**：每个办理操作带 \`Idempotency-Key\` 头（8 至 100 个可见 ASCII 字符，每次新的提交用新的键）。同键同内容重发，答复相同，并带 \`Idempotency-Replayed: true\`；同键不同内容，拒绝（\`idempotencyKey.otherContent\`）。被拒绝的操作不占用键。答复保存 30 天；含令牌、密钥的答复只给一次。
- **可办操作**：记录带 \`allowedVerbs\`，即当前调用者现在可以办的操作。\`version\` 为读取时的版本，过时则拒绝。
- **单位**：金额为整数分，利率为年化基点，日期为 \`YYYY-MM-DD\`（Asia/Shanghai）。
- **拒绝**：\`errors[0].extensions\` 含 \`code\`、\`rule\`、\`field\`，全部列于 [errors.md](errors.md)。示例中 ‹ › 内的文字由您替换。
- **回调**均有签名，验签方法见 [webhooks.md](webhooks.md)。
`,
};
