import type { Lifecycle } from '../shared/lifecycle';
import type { ImportState } from './tables';

export type ImportVerb = 'pass' | 'refuse' | 'apply' | 'finish' | 'fail' | 'discard';

/** The life of one file. `apply` and `discard` are a person's; the other verbs are the platform's own. */
export const importLifecycle: Lifecycle<ImportState, ImportVerb> = {
  label: { zh: '导入批次', en: 'import' },
  states: {
    checking: { zh: '检查中', en: 'being checked' },
    checked: { zh: '检查通过，待导入', en: 'checked, waiting to be applied' },
    refused: { zh: '有问题，未导入', en: 'refused' },
    applying: { zh: '导入中', en: 'being applied' },
    applied: { zh: '已导入', en: 'applied' },
    failed: { zh: '失败，未导入', en: 'failed' },
    discarded: { zh: '已放弃', en: 'discarded' },
  },
  verbs: {
    pass: { from: ['checking'], to: 'checked', label: { zh: '通过检查', en: 'pass' } },
    refuse: { from: ['checking'], to: 'refused', label: { zh: '拒绝', en: 'refuse' } },
    apply: { from: ['checked'], to: 'applying', label: { zh: '导入', en: 'apply' } },
    finish: { from: ['applying'], to: 'applied', label: { zh: '完成', en: 'finish' } },
    fail: { from: ['checking', 'applying'], to: 'failed', label: { zh: '失败', en: 'fail' } },
    discard: { from: ['checked'], to: 'discarded', label: { zh: '放弃', en: 'discard' } },
  },
};
