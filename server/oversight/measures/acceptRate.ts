import { askedDimensions, askedShare } from './asked';
import type { Measure } from './measure';

export const acceptRate: Measure = {
  name: 'acceptRate',
  label: { zh: '接单率', en: 'Acceptance rate' },
  definition: {
    zh: '受理笔数 ÷（受理+不予受理+超时释放笔数）；尚在时限内、未答复的不计。',
    en: 'Accepted / (accepted, declined or released by silence); what may yet be answered is not counted.',
  },
  unit: 'bps',
  dimensions: askedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: (read, request) => askedShare(read, request, ({ outcome }) => outcome === 'accepted'),
};
