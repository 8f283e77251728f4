import type { Text } from '../../shared/text';
import { type LoanFigures, sayLoan } from './figures';
import { type Kind, plain } from './kind';

/** What has come of a demand on the market by its last day, told to its firm. */
export type DemandStep = LoanFigures & { readonly demandId: string; readonly offers: number };

const step = (say: (told: DemandStep) => Text): Kind<DemandStep> => ({
  topic: 'applications',
  word: ({ demandId, ...told }) => ({
    title: say({ demandId, ...told }),
    lines: plain(sayLoan(told)),
    subject: { kind: 'demand', id: demandId },
  }),
});

export const demandKinds = {
  auctionClosed: step(({ offers }) => ({
    zh: `竞价已截止，收到 ${offers} 份报价，请比较后选定`,
    en: `The time for offers is over; offers to choose from: ${offers}`,
  })),
  demandExpired: step(() => ({
    zh: '您的需求已过有效期，没有机构承接',
    en: 'Your demand has run out, and no institution took it up',
  })),
  demandClosedUnmet: step(() => ({
    zh: '您的需求已过有效期，没有达成融资；可以看看其他产品，或另提需求',
    en: 'Your demand has run out without a loan: look at other products, or open another demand',
  })),
};
