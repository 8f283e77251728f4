export const guaranteeWord = { zh: '担保', en: 'guarantee' };
