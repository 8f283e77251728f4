import { words as bilingual } from '../../i18n/words';

export const words = bilingual(
  {
    title: '超时督办',
    lead: '机构超过办理时限的申请：已报告其负责人，并告知企业。这里只看机构和环节，不显示企业。',
    standing: { open: '仍未办理', over: '已办理或已结束' },
    byInstitution: '按机构查看',
    all: '全部机构 %{smart_count} 笔',
    count: '%{name} %{smart_count} 笔',
    waits: '时限 %{day} · 停在「%{step}」',
    over: '超时 %{smart_count} 个工作日',
    past: '已超时',
    told: '%{time} 已报告机构负责人，并告知企业',
    now: '现状：%{state}',
    dispatch: '去派单',
    empty: { title: '没有超时的申请', hint: '每天零点后检查一次；也可在「定时任务」里现在运行。' },
  },
  {
    title: 'Missed limits',
    lead: 'Applications whose institution has let its limit pass: its head and the firm are told. Institutions and steps alone are shown, never firms.',
    standing: { open: 'Still waiting', over: 'Moved on or ended' },
    byInstitution: 'By institution',
    all: 'All institutions: %{smart_count}',
    count: '%{name}: %{smart_count}',
    waits: 'due by %{day}, still "%{step}"',
    past: 'Overdue',
    over: '%{smart_count} working day over |||| %{smart_count} working days over',
    told: 'The head of the institution and the firm were told on %{time}',
    now: 'Now: %{state}',
    dispatch: 'Dispatch it',
    empty: { title: 'No limit was missed', hint: 'Looked at each day after midnight, or now from "Scheduled work".' },
  },
);
