import type { Lifecycle } from '../../shared/lifecycle';
import type { Text } from '../../shared/text';

export const warningStates = ['raised', 'seen', 'resolved'] as const;
export type WarningState = (typeof warningStates)[number];
export type WarningVerb = 'see' | 'resolve';

export const warningLifecycle: Lifecycle<WarningState, WarningVerb> = {
  label: { zh: '风险预警', en: 'early warning' },
  states: {
    raised: { zh: '待查看', en: 'New' },
    seen: { zh: '核实中', en: 'Looked into' },
    resolved: { zh: '已处理', en: 'Dealt with' },
  },
  verbs: {
    see: { from: ['raised'], to: 'seen', label: { zh: '开始核实', en: 'look into' } },
    resolve: { from: ['raised', 'seen'], to: 'resolved', label: { zh: '登记处理结果', en: 'deal with' } },
  },
};

/** What a lender found and did upon a warning. */
export const warningResults = {
  noRisk: { zh: '经核实无实质风险', en: 'No real risk' },
  watched: { zh: '已与企业核实，持续关注', en: 'Talked with the firm, watched on' },
  measures: { zh: '已采取压降额度、追加担保等措施', en: 'Limit reduced, security added or the like' },
  recovery: { zh: '已移交清收处置', en: 'Handed over for recovery' },
} as const satisfies Readonly<Record<string, Text>>;
export type WarningResult = keyof typeof warningResults;
export const warningResultCodes = Object.keys(warningResults) as WarningResult[];
