import type { Lifecycle } from '../../shared/lifecycle';

export const collateralStates = ['stated', 'proposed', 'valued', 'registered', 'released'] as const;
export type CollateralState = (typeof collateralStates)[number];

/** `propose` is an appraisal that the firm has to agree to; `appraise` one that stands by itself. */
export type CollateralVerb = 'appraise' | 'propose' | 'agree' | 'register' | 'release';

export const collateralLifecycle: Lifecycle<CollateralState, CollateralVerb> = {
  label: { zh: '抵质押物', en: 'collateral' },
  states: {
    stated: { zh: '已申报', en: 'stated' },
    proposed: { zh: '待企业确认估值', en: 'value proposed' },
    valued: { zh: '已估值', en: 'valued' },
    registered: { zh: '已登记', en: 'registered' },
    released: { zh: '已解押', en: 'released' },
  },
  verbs: {
    appraise: { from: ['stated', 'valued'], to: 'valued', label: { zh: '登记评估', en: 'record the appraisal' } },
    propose: { from: ['stated', 'proposed', 'valued'], to: 'proposed', label: { zh: '提出估值', en: 'propose a value' } },
    agree: { from: ['proposed'], to: 'valued', label: { zh: '同意估值', en: 'agree to the value' } },
    register: { from: ['valued'], to: 'registered', label: { zh: '登记抵质押', en: 'register the pledge' } },
    release: { from: ['registered'], to: 'released', label: { zh: '解押', en: 'release' } },
  },
};
