import type { Lifecycle } from '../shared/lifecycle';

export const matchRunStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type MatchRunState = (typeof matchRunStates)[number];

export const matchRunLifecycle: Lifecycle<MatchRunState, 'start' | 'finish' | 'fail'> = {
  label: { zh: '匹配任务', en: 'match run' },
  states: {
    waiting: { zh: '等待中', en: 'waiting' },
    running: { zh: '进行中', en: 'running' },
    finished: { zh: '已完成', en: 'finished' },
    failed: { zh: '未完成', en: 'failed' },
  },
  verbs: {
    start: { from: ['waiting'], to: 'running', label: { zh: '开始', en: 'start' } },
    finish: { from: ['running'], to: 'finished', label: { zh: '完成', en: 'finish' } },
    fail: { from: ['running'], to: 'failed', label: { zh: '中止', en: 'fail' } },
  },
};
