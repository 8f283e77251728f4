import { type SizeInputs, type SizeResult, sizeClass } from '../../shared/sizeClass';
import { CreditFile, type CreditRecord, numberIn, textIn } from '../facts/creditFile';

/** The size class of 300号 with what it was decided on: people as a count, revenue and assets in fen. */
export type SizeFinding = SizeResult & { readonly inputs: SizeInputs };

/** Sizes a firm by its newest registration and annual report; what they do not say is missing, never small. */
export function sizeFrom(records: readonly CreditRecord[]): SizeFinding {
  const file = new CreditFile(records);
  const registration = file.newest('REGISTRATION');
  const report = file.newest('ANNUAL_REPORT');
  const inputs: SizeInputs = {
    industryCode: registration && textIn(registration, 'industryCode'),
    employees: report && numberIn(report, 'employees'),
    revenueFen: report && numberIn(report, 'revenueFen'),
    assetsFen: report && numberIn(report, 'totalAssetsFen'),
  };
  return { ...sizeClass(inputs), inputs };
}
