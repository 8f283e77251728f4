import { words as bilingual } from '../../i18n/words';

export const words = bilingual(
  {
    title: '风险预警',
    lead: '向您授权「贷后管理」的借款企业，其司法、税务、名单和用电记录一旦转差，会在这里提示。每日检查一次，企业能在访问记录中看到。',
    standing: { open: '待处理', resolved: '已处理' },
    empty: {
      title: '没有需要处理的预警',
      hint: '只有企业授权贵行用于「贷后管理」的贷款才会检查。可在企业页面请求授权。',
    },
    see: '开始核实',
    seeText: '标记为正在核实，同事能看到已有人处理。',
    resolve: '登记处理结果',
    resolveText: '核实后登记结论。处理结果只有贵行可见。',
    result: '处理结果',
    note: '说明（可不填）',
    done: '已登记。',
    file: '看企业档案',
    resolvedAt: '%{at} 处理',
  },
  {
    title: 'Early warnings',
    lead: 'When the court, tax, listing or power records turn of a firm that owes you and lets you watch over its loan, it says so here. Looked at once a day; the firm sees that in its access log.',
    standing: { open: 'Open', resolved: 'Dealt with' },
    empty: {
      title: 'Nothing to deal with',
      hint: 'Only loans of firms are watched that have consented to "care of a running loan". Ask for it on the page of the firm.',
    },
    see: 'Look into it',
    seeText: 'Your colleagues see that somebody looks into it.',
    resolve: 'Say what came of it',
    resolveText: 'Say what you found and did. Nobody but your bank sees it.',
    result: 'Result',
    note: 'Note (optional)',
    done: 'Noted.',
    file: "The firm's file",
    resolvedAt: 'Dealt with %{at}',
  },
);
