export const compensationWord = { zh: '代偿', en: 'compensation' };
