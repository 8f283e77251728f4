import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application, PromisedDays } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { isLent, turnOf } from './course';
import { useDueWords } from './Due';
import { Said } from './Said';
import type { Side } from './side';

const promiseOf: Partial<Record<Application['state'], keyof PromisedDays>> = {
  submitted: 'accept',
  accepted: 'contact',
  dueDiligence: 'decide',
  signed: 'disburse',
};

/** What happens next and whose turn it is; of an application that ended without a loan, why and what would change it. */
export function NextStep({ application, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  const text = useText();
  const { state, institution, productVersion, reason, reasonText, clock } = application;
  const due = useDueWords();
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.applications.${key}`, { bank: institution.name, ...values });
  const turn = turnOf(state);
  const step = promiseOf[state];
  const days = step ? productVersion.promisedDays[step] : null;
  return (
    <Alert
      severity={turn === side ? 'warning' : turn ? 'info' : isLent(state) ? 'success' : reason ? 'error' : 'info'}
      action={<WayOn application={application} side={side} />}
    >
      <AlertTitle>{turn === side ? word('next.mine') : turn ? word('next.title') : word(`states.${state}`)}</AlertTitle>
      {word(`next.${side}.${state}`)}
      {step && days !== null
        ? ` ${word(`next.${promiseWordOf(days, clock?.limitDays ?? null)}`, {
            step: translate(`rongqiao.products.steps.${step}`),
            smart_count: days,
            limit: clock?.limitDays,
          })}`
        : ''}
      {clock
        ? ` ${word(`due.${clock.party === 'platform' ? 'institution' : clock.party}`, { day: clock.dueOn, due: due(clock) })}`
        : ''}
      {clock?.releasedAfter ? ` ${word('due.released', { day: clock.releasedAfter })}` : ''}
      {clock && !clock.isCalendarKnown ? ` ${word('due.unknownCalendar')}` : ''}
      {reason ? (
        <>
          <Line name={word('reason.title')} value={text(reason.label)} />
          <Line name={word('reason.change')} value={text(reason.change)} />
        </>
      ) : null}
      <Line name={word('reason.text')} value={reasonText} />
    </Alert>
  );
}

/** The shorter of the promise and the platform's limit counts; where the latter is, the reader is told why. */
const promiseWordOf = (promised: number, limitDays: number | null): 'promise' | 'promiseCounts' | 'promiseLonger' =>
  limitDays === null ? 'promise' : promised > limitDays ? 'promiseLonger' : 'promiseCounts';

/** Where to go from an application that is over: to its loan, or to other products. */
function WayOn({ application: { state, transaction }, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  if (state === 'partiallyDisbursed')
    return (
      <Button component={Link} to="/creditLines" color="inherit">
        {translate('rongqiao.financing.lines.see')}
      </Button>
    );
  if (transaction)
    return (
      <Button component={Link} to={`/transactions/${transaction.id}/show`} color="inherit">
        {translate('rongqiao.financing.deals.seeDeal')}
      </Button>
    );
  if (side === 'bank' || (state !== 'declined' && state !== 'rejected')) return null;
  return (
    <Button component={Link} to="/matches" color="inherit">
      {translate('rongqiao.financing.applications.reason.elsewhere')}
    </Button>
  );
}

const Line = ({ name, value }: { name: string; value: string | null }) =>
  value ? <Said name={name} text={value} sx={{ mt: 0.75 }} /> : null;
