export const applicationWord = { zh: '融资申请', en: 'application' };
