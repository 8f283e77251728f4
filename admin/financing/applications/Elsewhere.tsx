import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Application } from '../../generated/schema';
import { matchAddress } from '../demands/DemandCard';

const over: readonly Application['state'][] = ['declined', 'rejected', 'released', 'lapsed', 'withdrawn', 'cancelled'];

/** The way to another bank with the same demand and file, out of one bank's queue or after its refusal. */
export function Elsewhere({ application }: { application: Application }) {
  const translate = useTranslate();
  const { demand, state, allowedVerbs } = application;
  const isOver = over.includes(state);
  if (!demand.allowedVerbs.includes('submitApplication') || !(isOver || allowedVerbs.includes('withdrawApplication')))
    return null;
  return (
    <Button component={Link} to={`${matchAddress(demand)}&instead=${application.id}`} variant={isOver ? 'contained' : 'outlined'}>
      {translate(`rongqiao.financing.applications.elsewhere.${isOver ? 'over' : 'underWay'}`)}
    </Button>
  );
}
