import AddOutlined from '@mui/icons-material/AddOutlined';
import { Alert, Button, Pagination, Stack, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useRefresh, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Me } from '../authProvider';
import type { Consent } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { RequestsToAnswer } from './consentRequests/RequestsToAnswer';
import { ConsentCard } from './consents/ConsentCard';
import { GrantForm } from './consents/GrantForm';
import { operations } from './operations';

const perPage = 10;
type Standing = 'inForce' | 'ended';

/**
 * What a firm has authorised, and the form to authorise more. `?grant=platform&class=CODE` opens the form for matching
 * by the platform with that class pointed out, `?grant=bank&bank=ID` for a bank to assess
 * credit, with `&purpose=postLoan` to watch a loan, and `&classes=A,B` points out what it asked for; nothing is ever ticked for
 * the signer.
 */
export function ConsentPage() {
  const translate = useTranslate();
  const refresh = useRefresh();
  const { permissions: me } = usePermissions<Me>();
  const [parameters, setParameters] = useSearchParams();
  const [standing, setStanding] = useState<Standing>('inForce');
  const [hasGranted, setGranted] = useState(false);
  const wish = parameters.get('grant');
  const say = (key: string) => translate(`rongqiao.enterprises.consents.${key}`);
  const mayGrant = me?.role !== 'auditor';

  const leave = () => setParameters({}, { replace: true });
  const open = () => {
    setGranted(false);
    setParameters({ grant: 'new' }, { replace: true });
  };

  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        wish === null && mayGrant ? (
          <Button variant="contained" startIcon={<AddOutlined />} onClick={open}>
            {say('grant')}
          </Button>
        ) : null
      }
    >
      {hasGranted ? (
        <Alert
          severity="success"
          sx={{ mb: 2 }}
          action={
            <Button component={Link} to="/matches" color="inherit" size="small">
              {say('backToMatches')}
            </Button>
          }
        >
          {say('granted')}
        </Alert>
      ) : null}
      {wish !== null && mayGrant ? (
        <GrantForm
          isForPlatform={wish === 'platform'}
          wantedClasses={listOf(parameters.get('classes') ?? parameters.get('class'))}
          wantedPurpose={parameters.get('purpose') === 'postLoan' ? 'postLoan' : null}
          wantedBank={parameters.get('bank')}
          onCancel={leave}
          onGranted={() => {
            setGranted(true);
            setStanding('inForce');
            leave();
            refresh();
          }}
        />
      ) : null}
      {wish === null ? <RequestsToAnswer /> : null}
      <Tabs value={standing} onChange={(_, next: Standing) => setStanding(next)} sx={{ mb: 1.5 }}>
        {(['inForce', 'ended'] as const).map(each => (
          <Tab key={each} value={each} label={say(`tabs.${each}`)} />
        ))}
      </Tabs>
      <Consents key={standing} standing={standing} />
    </Page>
  );
}

const listOf = (codes: string | null): readonly string[] => codes?.split(',').filter(Boolean) ?? [];

function Consents({ standing }: { standing: Standing }) {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const query = useAsk<{ consents: { items: readonly Consent[]; total: number } }>(operations.consents.list, {
    list: { page, perPage, filter: { standing } },
  });
  const say = (key: string) => translate(`rongqiao.enterprises.consents.empty.${key}`);
  return (
    <Answered query={query}>
      {({ consents }) => (
        <Stack spacing={1.5}>
          {consents.total === 0 ? (
            <Empty title={say(standing)} hint={standing === 'inForce' ? say('inForceHint') : undefined} />
          ) : null}
          {consents.items.map(consent => (
            <ConsentCard key={consent.id} consent={consent} />
          ))}
          {consents.total > perPage ? (
            <Pagination count={Math.ceil(consents.total / perPage)} page={page} onChange={(_, next) => setPage(next)} />
          ) : null}
        </Stack>
      )}
    </Answered>
  );
}
