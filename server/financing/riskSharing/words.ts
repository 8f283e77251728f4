export const schemeWord = { zh: '风险分担方案', en: 'risk-sharing scheme' };
export const poolWord = { zh: '风险补偿资金池', en: 'compensation pool' };
