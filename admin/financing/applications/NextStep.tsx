import { Alert, AlertTitle, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application, PromisedDays } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import { turnOf } from './course';
import type { Side } from './side';

const promiseOf: Partial<Record<Application['state'], keyof PromisedDays>> = {
  submitted: 'accept',
  accepted: 'decide',
  offerAccepted: 'disburse',
};

/** What happens next and whose turn it is; of an application that ended without a loan, why and what would change it. */
export function NextStep({ application, side }: { application: Application; side: Side }) {
  const translate = useTranslate();
  const text = useText();
  const { state, institution, productVersion, reason, reasonText } = application;
  const word = (key: string, values?: Record<string, unknown>) =>
    translate(`rongqiao.financing.applications.${key}`, { bank: institution.name, ...values });
  const turn = turnOf(state);
  const step = promiseOf[state];
  const days = step ? productVersion.promisedDays[step] : null;
  return (
    <Alert
      severity={turn === side ? 'warning' : turn ? 'info' : state === 'disbursed' ? 'success' : reason ? 'error' : 'info'}
      action={
        side === 'firm' && (state === 'declined' || state === 'rejected') ? (
          <Button component={Link} to="/matches" color="inherit">
            {word('reason.elsewhere')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle>{turn === side ? word('next.mine') : turn ? word('next.title') : word(`states.${state}`)}</AlertTitle>
      {word(`next.${side}.${state}`)}
      {step && days !== null
        ? ` ${word('next.promise', { step: translate(`rongqiao.products.steps.${step}`), smart_count: days })}`
        : ''}
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

const Line = ({ name, value }: { name: string; value: string | null }) =>
  value ? (
    <Typography sx={{ mt: 0.75, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      <strong>{name}：</strong>
      {value}
    </Typography>
  ) : null;
