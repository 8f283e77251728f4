import type { MeasureDimension } from '../generated/schema';

/** What belongs together on one table: measures of the same things, with what they can be broken down by. */
export type Topic = {
  readonly measures: readonly string[];
  readonly dimensions: readonly MeasureDimension[];
};

export const topics = {
  transactions: {
    measures: ['transactionAmount', 'transactionCount', 'transactionFirms', 'transactionRate'],
    dimensions: ['month', 'bank', 'county', 'category', 'label', 'channel'],
  },
  outstanding: { measures: ['loanBalance', 'nonPerformingRatio'], dimensions: ['bank', 'county', 'label', 'channel'] },
  answers: {
    measures: ['askedCount', 'acceptRate', 'answeredInTimeRate', 'answerDays', 'silentCount'],
    dimensions: ['bank', 'month', 'category'],
  },
  indications: {
    measures: ['indicationCount', 'indicationApprovedRate', 'indicationDisbursedRate'],
    dimensions: ['bank', 'month', 'category'],
  },
  products: { measures: ['publishedProducts', 'newProducts'], dimensions: ['bank', 'label', 'month'] },
  guarantees: { measures: ['guaranteedBalance', 'compensationAmount', 'compensationRate'], dimensions: ['bank', 'county'] },
  indicators: {
    measures: [
      'deposits',
      'depositsGrowth',
      'loans',
      'loansGrowth',
      'loanToDeposit',
      'directFinancing',
      'directFinancingGrowth',
      'loanRate',
    ],
    dimensions: ['month'],
  },
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof topics;

export const topicNames = Object.keys(topics) as TopicName[];

export const topicOf = (name: TopicName): Topic => topics[name];
