import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import { Box, Divider, ListItemIcon, ListItemText, MenuItem, Typography, useMediaQuery } from '@mui/material';
import { forwardRef, memo, type ReactNode } from 'react';
import {
  AppBar,
  LoadingIndicator,
  LocalesMenuButton,
  Layout as ReactAdminLayout,
  TitlePortal,
  UserMenu,
  useLogout,
  usePermissions,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { isUnconfirmed, type Me } from '../authProvider';
import { MessageBell } from '../messages/MessageBell';
import { SideMenu } from './SideMenu';

export const Layout = ({ children }: { children: ReactNode }) => (
  <ReactAdminLayout
    appBar={TopBar}
    menu={SideMenu}
    sx={{
      // react-admin would let a wide child widen the whole page; ours scroll inside themselves.
      minWidth: 0,
      '& .RaLayout-appFrame': { mt: { xs: 7, sm: 6 }, minWidth: 0 },
      '& .RaLayout-content': { px: { xs: 1, sm: 3 }, pb: 6, minWidth: 0 },
    }}
  >
    {children}
  </ReactAdminLayout>
);

/** Stays as it is while pages come and go below it. */
const TopBar = memo(function TopBar() {
  const isWide = useMediaQuery('(min-width: 600px)');
  return (
    <AppBar
      color="secondary"
      userMenu={<WhoAmI />}
      toolbar={
        <>
          <MessageBell />
          {/* On a phone the language gives its room to the title of the page; its name stays for those who hear the page. */}
          <Box sx={{ '& button': { fontSize: { xs: 0, sm: '0.875rem' }, minWidth: 0 } }}>
            <LocalesMenuButton />
          </Box>
          <LoadingIndicator />
        </>
      }
    >
      <Box
        component={Link}
        to="/"
        sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'inherit', textDecoration: 'none' }}
      >
        <Box component="img" src="/bridge.svg" alt="" sx={{ width: 28, height: 28 }} />
        {isWide ? (
          <Typography variant="h6" component="span" sx={{ letterSpacing: 1 }}>
            融桥
          </Typography>
        ) : null}
      </Box>
      <TitlePortal sx={{ ml: 2, opacity: 0.9, fontSize: '1rem' }} />
    </AppBar>
  );
});

const WhoAmI = () => {
  const { permissions: me } = usePermissions<Me>();
  const translate = useTranslate();
  if (!me) return null;
  return (
    <UserMenu>
      <Box sx={{ px: 2, py: 1, maxWidth: 280 }}>
        <Typography sx={{ fontWeight: 600 }}>{me.name}</Typography>
        <Typography variant="body2" color="text.secondary">
          {me.organisation.name}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {translate(`rongqiao.identity.kinds.${me.organisation.kind}`)} · {translate(`rongqiao.identity.roles.${me.role}`)}
        </Typography>
      </Box>
      <Divider />
      {isUnconfirmed(me) ? null : (
        <MenuItem component={Link} to="/notifications">
          <ListItemText>{translate('rongqiao.messages.notifications.title')}</ListItemText>
        </MenuItem>
      )}
      <MenuItem component={Link} to="/password">
        <ListItemText>{translate('rongqiao.identity.changePassword')}</ListItemText>
      </MenuItem>
      <SignOut />
    </UserMenu>
  );
};

const SignOut = forwardRef<HTMLLIElement>(function SignOut(props, ref) {
  const logout = useLogout();
  const translate = useTranslate();
  return (
    <MenuItem ref={ref} {...props} onClick={() => void logout()}>
      <ListItemIcon>
        <LogoutOutlined fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('ra.auth.logout')}</ListItemText>
    </MenuItem>
  );
});
