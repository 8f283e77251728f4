import { contestFolder, hasContestFirms, readContestFirms } from '../../seeds/scorecard/contestFirms';
import { areaUnderCurve, bootstrapInterval, brierScore, leaveOneOut } from '../../seeds/scorecard/validation';
import { featuresFrom } from '../../server/enterprises/scorecard/features';
import type { Bench } from './figure';

const bootstrap = { seed: 20_200_910, resamples: 2_000 };

/** How well the way the scorecard is derived foretells a firm that it has not seen: leave-one-out over the contest's firms. */
export const bench: Bench = async report => {
  if (!hasContestFirms()) throw new Error(`the contest's firms are not at ${contestFolder}`);
  const firms = readContestFirms();
  const forecasts = leaveOneOut(firms.map(({ months, hasDefaulted }) => ({ features: featuresFrom(months), hasDefaulted })));
  const cases = { firms: forecasts.length, defaults: forecasts.filter(({ hasDefaulted }) => hasDefaulted).length };
  const interval = (measure: typeof areaUnderCurve) => bootstrapInterval(forecasts, measure, bootstrap).map(rounded);
  report({
    figure: 'auc',
    value: rounded(areaUnderCurve(forecasts)),
    unit: 'area under the ROC curve, leave-one-out',
    floor: 0.88,
    interval95: interval(areaUnderCurve),
    ...cases,
    ...bootstrap,
  });
  report({
    figure: 'brier',
    value: rounded(brierScore(forecasts)),
    unit: 'mean squared error of the probability, leave-one-out',
    ceiling: 0.105,
    interval95: interval(brierScore),
    ...cases,
    ...bootstrap,
  });
};

const rounded = (value: number): number => Number(value.toFixed(4));
