export const demandWord = { zh: '融资需求', en: 'financing demand' };
