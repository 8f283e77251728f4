import { Alert, AlertTitle, Card, CardActionArea, CardContent, Stack, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import { menuOf } from '../layout/menu';
import { Page } from '../shared/Page';
import { ToDo } from './ToDo';

/** What waits for this person, and where everything is: one card per page of the menu. */
export function HomePage() {
  const { permissions: me } = usePermissions<Me>();
  const translate = useTranslate();
  if (!me) return null;
  const { organisation } = me;
  return (
    <Page
      title={translate('rongqiao.home.welcome', { name: me.name })}
      lead={translate(`rongqiao.home.lead.${organisation.kind}`)}
    >
      <Stack spacing={2.5}>
        {isUnconfirmed(me) && organisation.status !== 'rejected' ? (
          <Alert severity="warning">
            <AlertTitle>{translate('rongqiao.home.pending.title')}</AlertTitle>
            {translate('rongqiao.home.pending.text')}
          </Alert>
        ) : null}
        {organisation.status === 'rejected' ? <Alert severity="error">{organisation.statusReason}</Alert> : null}
        <ToDo me={me} />
        <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap' }}>
          {menuOf(me)
            .filter(entry => entry.to !== '/')
            .map(({ to, word, Icon }) => (
              <Card key={to} sx={{ width: { xs: '100%', sm: 280 } }}>
                <CardActionArea component={Link} to={to} sx={{ height: '100%' }}>
                  <CardContent>
                    <Stack direction="row" spacing={1.5}>
                      <Icon color="primary" />
                      <div>
                        <Typography variant="h6" component="h2">
                          {translate(`rongqiao.home.menu.${word}`)}
                        </Typography>
                        <Typography variant="body2" color="text.secondary">
                          {translate(`rongqiao.home.about.${word}`)}
                        </Typography>
                      </div>
                    </Stack>
                  </CardContent>
                </CardActionArea>
              </Card>
            ))}
        </Stack>
      </Stack>
    </Page>
  );
}
