import { askedDimensions, askedShare } from './asked';
import type { Measure } from './measure';

export const answeredInTimeRate: Measure = {
  name: 'answeredInTimeRate',
  label: { zh: '按时答复率', en: 'Answered in time' },
  definition: {
    zh: '在受理时限内（1 个工作日，产品承诺更短的从其承诺）受理或不予受理的笔数 ÷（受理+不予受理+超时释放笔数）。',
    en: 'Accepted or declined within the limit (one working day, or what the product promises) / (accepted, declined or released by silence).',
  },
  unit: 'bps',
  dimensions: askedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => askedShare(read, request, ({ isInTime }) => isInTime),
};
