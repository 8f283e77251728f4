export const transactionWord = { zh: '融资交易', en: 'matched transaction' };
