import { earlyWarnings } from '../../../../server/financing/warnings/tables';
import { watchLoans } from '../../../../server/financing/warnings/watchLoans';
import { systemActor } from '../../../../server/shared/actor';
import { calendarDate } from '../../../../server/shared/dates';
import { aConsent, aRecord, type Firm, keep } from '../../enterprises';
import { aTownRecord, membersOf, type TownRecord } from '../records';
import type { Townspeople } from '../town';

/** A case against each firm that owes a bank, of which the bank that lent to it is warned. */
export async function recordsOfWarnings({ world, homes, firm, otherFirm, otherBank }: Townspeople): Promise<TownRecord[]> {
  await aConsent(world, otherFirm, otherBank.organisation, { purpose: 'postLoan', dataClasses: ['ELECTRICITY'] });
  await aConsent(world, firm, homes.bank, { purpose: 'postLoan', dataClasses: ['ELECTRICITY'] });
  const against = ({ id }: Firm, caseNumber: string) =>
    aRecord(
      { id },
      {
        dataClass: 'ENFORCEMENT',
        period: null,
        value: { caseNumber, kind: 'EXECUTION', filedOn: '2026-12-24' },
        asOf: calendarDate('2026-12-24'),
      },
    );
  await keep(world, [against(otherFirm, '(2026)川06执1号'), against(firm, '(2026)川06执2号')]);
  await watchLoans(world.contextFor(systemActor('scheduledWork')));
  const raised = await world.db.read.select().from(earlyWarnings);
  return [otherBank.organisation, homes.bank].flatMap(bank =>
    raised
      .filter(({ institutionId }) => institutionId === bank.id)
      .map(({ id, version }) =>
        aTownRecord({ kind: 'warning', name: `a warning of ${bank.name}`, id, version, isOwn: membersOf(bank) }),
      ),
  );
}
