import type { ProductVersion } from '../../generated/schema';
import { capitalised } from '../../shared/format';
import { useText } from '../../shared/useLocale';
import { useVocabulary } from '../useVocabulary';
import { promisedSteps, useSayings } from './useSayings';

/** One thing that a version says: the field, worded under `rongqiao.products.fields`, and its lines; none: not stated. */
export type TermRow = { readonly field: string; readonly lines: readonly string[] };

/** A function that says everything a version says, row by row, always in the same order. */
export function useTermRows(): (version: ProductVersion) => readonly TermRow[] {
  const say = useSayings();
  const text = useText();
  const { labelOf, labelsOf } = useVocabulary();
  return version => {
    const { contact, promisedDays } = version;
    const rows: Readonly<Record<string, readonly (string | null)[]>> = {
      name: [version.name],
      category: [labelOf('categories', version.category)],
      labels: labelsOf(version),
      introduction: [version.introduction],
      audienceText: [version.audienceText],
      amount: [say.amount(version)],
      term: [say.term(version)],
      annualRate: [say.rate(version.rates)],
      pricing: [say.pricing(version.pricing)],
      fees: version.fees.map(fee =>
        [
          labelOf('feeKinds', fee.kind),
          say.feeSize(fee),
          labelOf('feeChargers', fee.chargedBy),
          labelOf('feePayers', fee.paidBy),
          labelOf('feeTimings', fee.timing),
          fee.note,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      repaymentMethods: version.repaymentMethods.map(code => labelOf('repaymentMethods', code)),
      securities: [say.securities(version)],
      purposes: version.purposes.map(code => labelOf('purposes', code)),
      regionCodes: version.regions.length > 0 ? version.regions.map(text) : [say.anywhere],
      industryCodes: version.industries.length > 0 ? version.industries.map(text) : [say.anyIndustry],
      industryCodesExcluded: version.industriesExcluded.map(text),
      promisedDays: promisedSteps.map(step => {
        const days = promisedDays[step];
        return days === null ? '' : say.promise(step, days);
      }),
      documents: version.documents,
      contact: [contact.name, contact.phone, contact.address],
      rule: version.ruleSentences.map(sentence => text(sentence.text)),
      conditionsText: [version.conditionsText],
      sourceNote: [version.sourceNote],
    };
    return Object.entries(rows).map(([field, lines]) => ({
      field,
      lines: lines.flatMap(line => (line ? [capitalised(line)] : [])),
    }));
  };
}
