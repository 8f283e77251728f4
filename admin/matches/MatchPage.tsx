import { Alert, Tab, Tabs } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import { AlertPanel } from '../matchRuns/AlertPanel';
import { Page } from '../shared/Page';
import { useSettled } from '../shared/useSettled';
import { Doors } from './Doors';
import { MatchList } from './MatchList';
import { RequestPanel } from './RequestPanel';
import { type Asked, draftFrom, requestOf, withDraft } from './request';
import { WhatIf } from './WhatIf';

/** The main page of a firm: every product with its verdict, the reason and the way on. All of its state is in its address. */
export function MatchPage() {
  const translate = useTranslate();
  const { permissions: me } = usePermissions<Me>();
  if (me && isUnconfirmed(me))
    return (
      <Page title={translate('rongqiao.matches.title')}>
        <Alert severity="info">{translate('rongqiao.matches.pending')}</Alert>
      </Page>
    );
  return <Matches />;
}

const views = { products: MatchList, doors: Doors, whatIf: WhatIf };
type View = keyof typeof views;
const viewNames = Object.keys(views) as View[];

function Matches() {
  const translate = useTranslate();
  const [parameters, setParameters] = useSearchParams();
  const draft = draftFrom(parameters);
  const settled = useSettled(
    JSON.stringify({ request: requestOf(draft), label: draft.label, q: draft.words, on: draft.day || null }),
    300,
  );
  const view = viewNames.find(name => name === parameters.get('view')) ?? 'products';
  const Shown = views[view];
  const show = (next: View) => {
    const address = new URLSearchParams(parameters);
    if (next === 'products') address.delete('view');
    else address.set('view', next);
    setParameters(address, { replace: true });
  };
  return (
    <Page title={translate('rongqiao.matches.title')} lead={translate('rongqiao.matches.lead')}>
      <RequestPanel draft={draft} onChange={next => setParameters(withDraft(parameters, next), { replace: true })} />
      <AlertPanel />
      <Tabs
        value={view}
        onChange={(_, next: View) => show(next)}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {viewNames.map(name => (
          <Tab key={name} value={name} label={translate(`rongqiao.matches.views.${name}`)} />
        ))}
      </Tabs>
      <Shown asked={JSON.parse(settled) as Asked} />
    </Page>
  );
}
