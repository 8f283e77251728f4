import { invalidInput } from '../../shared/refusals';
import { acceptRate } from './acceptRate';
import { answerDays } from './answerDays';
import { answeredInTimeRate } from './answeredInTimeRate';
import { askedCount } from './askedCount';
import { compensationAmount } from './compensationAmount';
import { compensationRate } from './compensationRate';
import { deposits } from './deposits';
import { depositsGrowth } from './depositsGrowth';
import { directFinancing } from './directFinancing';
import { directFinancingGrowth } from './directFinancingGrowth';
import { guaranteedBalance } from './guaranteedBalance';
import { indicationApprovedRate } from './indicationApprovedRate';
import { indicationCount } from './indicationCount';
import { indicationDisbursedRate } from './indicationDisbursedRate';
import { loanBalance } from './loanBalance';
import { loanRate } from './loanRate';
import { loans } from './loans';
import { loansGrowth } from './loansGrowth';
import { loanToDeposit } from './loanToDeposit';
import type { Measure } from './measure';
import { newProducts } from './newProducts';
import { nonPerformingRatio } from './nonPerformingRatio';
import { publishedProducts } from './publishedProducts';
import { silentCount } from './silentCount';
import { transactionAmount } from './transactionAmount';
import { transactionCount } from './transactionCount';
import { transactionFirms } from './transactionFirms';
import { transactionRate } from './transactionRate';

/** What the city's institutions report of a month, in the order of the yearly report on its finance (金融业发展状况报告). */
export const indicatorMeasures: readonly Measure[] = [
  deposits,
  depositsGrowth,
  loans,
  loansGrowth,
  loanToDeposit,
  directFinancing,
  directFinancingGrowth,
  loanRate,
];

/** Everything regulators may read. A new measure is a file and a line here. */
export const measures: readonly Measure[] = [
  transactionCount,
  transactionAmount,
  transactionFirms,
  transactionRate,
  loanBalance,
  nonPerformingRatio,
  publishedProducts,
  newProducts,
  guaranteedBalance,
  compensationAmount,
  compensationRate,
  askedCount,
  acceptRate,
  answeredInTimeRate,
  answerDays,
  silentCount,
  indicationCount,
  indicationApprovedRate,
  indicationDisbursedRate,
  ...indicatorMeasures,
];

/** The measure by its name; refuses one that there is not. */
export function measureNamed(name: string): Measure {
  const found = measures.find(measure => measure.name === name);
  if (found) return found;
  throw invalidInput('name', name, 'measure.unknown', {
    zh: `没有指标「${name}」。可用：${measures.map(measure => measure.name).join('、')}。`,
    en: `There is no measure "${name}". There are: ${measures.map(measure => measure.name).join(', ')}.`,
  });
}
