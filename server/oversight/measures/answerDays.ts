import { askedDimensions, askedIn } from './asked';
import { behindCases, groupedCases } from './cases';
import type { Measure } from './measure';

export const answerDays: Measure = {
  name: 'answerDays',
  label: { zh: '答复用时', en: 'Days to answer' },
  definition: {
    zh: '从申请送达到受理或不予受理的工作日数的中位数（笔数为偶数时取较小的一个）；当天答复为零。未答复的不计。',
    en: 'The median of the working days from arrival to the answer (of two middle ones the lower); an answer on the same day is zero. What was not answered is not counted.',
  },
  unit: 'days',
  dimensions: askedDimensions,
  covers: 'period',
  isConfidential: true,
  whenEmpty: null,
  figures: async (read, request) => {
    const answered = (await askedIn(read, request)).filter(({ answerDays: days }) => days !== null);
    return groupedCases(answered, request.groupBy).map(({ keys, cases }) => ({
      keys,
      value: medianOf(cases.flatMap(({ answerDays: days }) => days ?? [])),
      behind: [behindCases(cases)],
    }));
  },
};

const medianOf = (days: readonly number[]): number | null =>
  [...days].sort((one, other) => one - other)[Math.ceil(days.length / 2) - 1] ?? null;
