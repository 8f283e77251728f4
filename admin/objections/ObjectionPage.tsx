import { Button } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Objection } from '../generated/schema';
import { Empty } from '../shared/Empty';
import { StandingPage } from '../shared/StandingPage';
import { ObjectionCard } from './ObjectionCard';
import { objectionsDocument } from './operations';

/** A firm's objections to its data, or those that a department or the operator examines; what is due first comes first. */
export function ObjectionPage() {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.objections.${key}`);
  const { permissions: me } = usePermissions<Me>();
  const reader = me?.organisation.kind === 'enterprise' ? 'firm' : 'examiner';
  return (
    <StandingPage<Objection>
      words="rongqiao.objections"
      lead={word(`lead.${reader}`)}
      standings={['open', 'ended']}
      document={objectionsDocument}
      list="objections"
      perPage={10}
      card={objection => <ObjectionCard key={objection.id} objection={objection} isOwn={reader === 'firm'} />}
      empty={
        <Empty
          title={word(`empty.${reader}.title`)}
          hint={word(`empty.${reader}.hint`)}
          action={
            reader === 'firm' ? (
              <Button component={Link} to="/creditFile">
                {word('empty.firm.action')}
              </Button>
            ) : undefined
          }
        />
      }
    />
  );
}
