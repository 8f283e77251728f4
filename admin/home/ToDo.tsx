import { Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import { Answered } from '../shared/Answered';
import { useAsk } from '../shared/useAsk';
import {
  bankToDoDocument,
  firmToDoDocument,
  guarantorToDoDocument,
  matchCountsDocument,
  operatorToDoDocument,
} from './operations';

/** The work that waits, counted from the records themselves; kinds of organisation without a queue see nothing here. */
export function ToDo({ me }: { me: Me }) {
  const { kind } = me.organisation;
  if (isUnconfirmed(me)) return null;
  if (kind === 'operator') return <OperatorToDo />;
  if (kind === 'bank') return <BankToDo />;
  if (kind === 'enterprise') return <FirmToDo />;
  if (kind === 'guarantor' || kind === 'insurer') return <GuarantorToDo />;
  return null;
}

type Total = { total: number };

function OperatorToDo() {
  const query = useAsk<{ inReview: Total; pending: Total; dispatch: Total }>(operatorToDoDocument);
  return (
    <Answered query={query}>
      {({ inReview, pending, dispatch }) => (
        <Waiting
          items={[
            { word: 'review', count: inReview.total, to: '/review' },
            { word: 'dispatch', count: dispatch.total, to: '/dispatch' },
            {
              word: 'pendingOrganisations',
              count: pending.total,
              to: `/organisations?filter=${encodeURIComponent('{"status":"pending"}')}`,
            },
          ]}
        />
      )}
    </Answered>
  );
}

function BankToDo() {
  const query = useAsk<{ applications: Total; overdue: Total; drafts: Total; market: Total }>(bankToDoDocument);
  return (
    <Answered query={query}>
      {({ applications, overdue, drafts, market }) => (
        <Waiting
          items={[
            { word: 'overdue', count: overdue.total, to: '/applications?shelf=mine&due=overdue' },
            { word: 'applications', count: applications.total, to: '/applications' },
            { word: 'market', count: market.total, to: '/market' },
            { word: 'drafts', count: drafts.total, to: `/products?filter=${encodeURIComponent('{"revision":"draft"}')}` },
          ]}
        />
      )}
    </Answered>
  );
}

function GuarantorToDo() {
  const query = useAsk<{ guarantees: Total; claims: Total }>(guarantorToDoDocument);
  return (
    <Answered query={query}>
      {({ guarantees, claims }) => (
        <Waiting
          items={[
            { word: 'guarantees', count: guarantees.total, to: '/guarantees?shelf=toDecide' },
            { word: 'claims', count: claims.total, to: '/guarantees?shelf=claimed' },
          ]}
        />
      )}
    </Answered>
  );
}

function FirmToDo() {
  const query = useAsk<{ offers: Total; toDo: Total }>(firmToDoDocument);
  const offers = query.data?.offers.total ?? 0;
  const toDo = query.data?.toDo.total ?? 0;
  const to = '/applications?shelf=mine';
  return (
    <>
      {offers + toDo > 0 ? (
        <Waiting
          items={[
            { word: 'offers', count: offers, to },
            { word: 'applications', count: toDo, to },
          ]}
        />
      ) : null}
      <MatchCounts />
    </>
  );
}

function Waiting({ items }: { items: readonly { word: string; count: number; to: string }[] }) {
  const translate = useTranslate();
  const waiting = items.filter(item => item.count > 0);
  return (
    <Card>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {translate('rongqiao.home.next.title')}
        </Typography>
        {waiting.length === 0 ? <Typography color="text.secondary">{translate('rongqiao.home.next.nothing')}</Typography> : null}
        <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
          {waiting.map(({ word, count, to }) => (
            <Button key={word} component={Link} to={to} variant="outlined">
              {translate(`rongqiao.home.next.${word}`, { smart_count: count })}
            </Button>
          ))}
        </Stack>
      </CardContent>
    </Card>
  );
}

type Counts = { matches: { counts: { eligible: number; possible: number; notEligible: number } } };

function MatchCounts() {
  const translate = useTranslate();
  const query = useAsk<Counts>(matchCountsDocument);
  return (
    <Answered query={query}>
      {({ matches: { counts } }) => (
        <Card>
          <CardContent>
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3} sx={{ alignItems: { sm: 'center' } }}>
              <Stack direction="row" spacing={4} sx={{ flex: 1 }}>
                {(['eligible', 'possible', 'notEligible'] as const).map(verdict => (
                  <div key={verdict}>
                    <Typography variant="h4" component="p" color={verdict === 'eligible' ? 'success' : 'text.primary'}>
                      {counts[verdict]}
                    </Typography>
                    <Typography color="text.secondary">{translate(`rongqiao.home.next.${verdict}`)}</Typography>
                  </div>
                ))}
              </Stack>
              <Button variant="contained" size="large" component={Link} to="/matches">
                {translate('rongqiao.home.next.seeMatches')}
              </Button>
            </Stack>
          </CardContent>
        </Card>
      )}
    </Answered>
  );
}
