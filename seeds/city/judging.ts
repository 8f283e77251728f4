import { openPart, type RecordClassCode } from '../../server/enterprises/dataClasses';
import { type CreditRecord, deriveFacts } from '../../server/enterprises/facts';
import { decideRead } from '../../server/enterprises/records/gate';
import { recordClassCodes } from '../../server/enterprises/records/tables';
import { type Judgement, judgedBy } from '../../server/financing/applications/judge';
import type { Facts } from '../../server/matching/facts';
import { matchableOf } from '../../server/products/queries';
import { addMonths, type CalendarDate, dayOf } from '../../server/shared/dates';
import { fenPerWan } from '../../server/shared/money';
import { lprQuotes } from '../../server/shared/rate';
import { type EnterprisePlan, recordsOfFirm } from '../enterprises/seedEnterprises';
import type { Application } from './applying';

/**
 * Judges applications as the platform does when they are submitted: by what the bank may read of the firm under its
 * consent, as far as it was on file on that day. Files of years ago are not kept, so of old applications little is known.
 */
export class Judge {
  readonly #known = new Map<string, Facts>();
  /** The first day for which the invented files hold anything that could still be of use. */
  readonly #filesFrom: CalendarDate;

  constructor(
    readonly plan: EnterprisePlan,
    readonly today: CalendarDate,
  ) {
    this.#filesFrom = addMonths(today, -plan.months);
  }

  judge(application: Application): Judgement {
    const { planned, product, purpose, securities, highestRateBps } = application;
    const day = dayOf(planned.submittedAt);
    const request = {
      amountFen: planned.amountWan * fenPerWan,
      termMonths: planned.termMonths,
      purpose,
      securitiesOffered: securities,
      highestRateBps,
      repaymentMethodsAccepted: [],
    };
    return judgedBy(this.#factsOf(application, day), { product: matchableOf(product.terms, day, lprQuotes), request }, day);
  }

  #factsOf({ planned, seeded, product, consent }: Application, day: CalendarDate): Facts {
    const decisions = recordClassCodes.map(dataClass =>
      decideRead({
        dataClass,
        enterpriseId: seeded.id,
        readerOrganisationId: product.bankId,
        purpose: 'creditAssessment',
        consents: [consent],
        today: day,
      }),
    );
    const notConsented = new Set(decisions.flatMap(({ grade, dataClass }) => (grade === 'full' ? [] : [dataClass])));
    if (day < this.#filesFrom) return this.#emptyFile(notConsented, day);
    const grades = new Map(decisions.map(({ dataClass, grade }) => [dataClass, grade]));
    const records = recordsOfFirm(this.plan, planned.firm, this.today).flatMap((draft): CreditRecord[] => {
      const grade = grades.get(draft.dataClass) ?? 'none';
      if (draft.asOf > day || grade === 'none') return [];
      return [grade === 'full' ? draft : { ...draft, value: openPart(draft.dataClass, draft.value) }];
    });
    return deriveFacts({ records, notConsented, today: day });
  }

  /** What is known of a firm without a file depends on nothing but what was authorised. */
  #emptyFile(notConsented: ReadonlySet<RecordClassCode>, today: CalendarDate): Facts {
    const key = [...notConsented].join(' ');
    const known = this.#known.get(key) ?? deriveFacts({ records: [], notConsented, today });
    this.#known.set(key, known);
    return known;
  }
}
