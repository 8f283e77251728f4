export const lineWord = { zh: '授信额度', en: 'credit line' };
