import { words as bilingual } from '../i18n/words';

export const words = bilingual(
  {
    title: '定时任务',
    lead: '平台按工作日历自动办理的事：每天零点后各运行一次；多台服务器同时运行也只办一次，中断后自动续办。',
    tasks: {
      releaseSilent: '超时释放',
      closeUnanswered: '关闭未补正的申请',
      expireOffers: '报价到期失效',
      reviewLoans: '贷后检视',
    },
    does: {
      releaseSilent: '银行超过受理时限两倍仍未处理的申请，自动释放，企业可以马上向其他银行申请。',
      closeUnanswered: '企业超过 10 个工作日没有答复补正的申请，自动关闭。',
      reviewLoans: '到期未足额还款的贷款转为逾期，补足的恢复正常；按逾期天数和 10% 规则调整五级分类。',
      expireOffers: '过了有效期的报价，连同申请一起失效，需求重新开放。',
    },
    start: '现在运行一次',
    started: '已安排，几秒内开始',
    states: { waiting: '等待', running: '运行中', finished: '已完成', failed: '失败' },
    headings: {
      task: '任务',
      state: '状态',
      moved: '办理笔数',
      reason: '缘由',
      startedAt: '开始',
      finishedAt: '结束',
    },
    daily: '每日',
    asked: '人工',
    empty: { title: '还没有运行过', hint: '服务器启动后几秒内会运行今天的任务。' },
  },
  {
    title: 'Scheduled work',
    lead: 'What the platform does by the calendar: each task once a day after midnight, exactly once however many servers there are, and again after an interruption.',
    tasks: {
      releaseSilent: 'Release unanswered applications',
      closeUnanswered: 'Close unanswered corrections',
      expireOffers: 'Expire offers',
      reviewLoans: 'Review the loans',
    },
    does: {
      releaseSilent:
        'An application that its bank has left unanswered for twice its limit is released: the firm can go to another bank at once.',
      closeUnanswered: 'An application whose firm has not answered its corrections within 10 working days is closed.',
      reviewLoans:
        'A loan not repaid in full when due falls overdue, one that has caught up runs again; the five-tier class follows the days past due and the 10 % rule.',
      expireOffers: 'An offer past its last day ends with its application, and the demand is open again.',
    },
    start: 'Run it now',
    started: 'In line: it begins within seconds',
    states: { waiting: 'Waiting', running: 'Running', finished: 'Finished', failed: 'Failed' },
    headings: {
      task: 'Task',
      state: 'State',
      moved: 'Moved on',
      reason: 'Why',
      startedAt: 'Started',
      finishedAt: 'Finished',
    },
    daily: 'Daily',
    asked: 'By hand',
    empty: { title: 'Nothing has run yet', hint: 'The work of today begins seconds after the server does.' },
  },
);
