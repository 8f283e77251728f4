export const offerWord = { zh: '报价', en: 'offer' };
