export const collateralWord = { zh: '抵质押物', en: 'collateral' };
