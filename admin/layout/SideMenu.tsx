import { ListItemIcon, MenuItem, Tooltip, Typography, useMediaQuery } from '@mui/material';
import { styled, type Theme } from '@mui/material/styles';
import { memo } from 'react';
import { Menu, usePermissions, useSidebarState, useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import type { Me } from '../authProvider';
import { type MenuEntry, menuOf } from './menu';

/** The ways that this person may go. */
export const SideMenu = memo(function SideMenu() {
  const { permissions: me } = usePermissions<Me>();
  const translate = useTranslate();
  const { pathname } = useLocation();
  if (!me) return null;
  return (
    <Menu>
      {menuOf(me).map(({ to, word, Icon }) => (
        <Way key={to} to={to} text={translate(`rongqiao.home.menu.${word}`)} Icon={Icon} isHere={isBelow(pathname, to)} />
      ))}
    </Menu>
  );
});

const isBelow = (pathname: string, to: string): boolean => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));

type WayProps = { to: string; text: string; Icon: MenuEntry['Icon']; isHere: boolean };

/** Drawn anew only when it changes: the menu is longer than most pages, and stays while they come and go. */
const Way = memo(function Way({ to, text, Icon, isHere }: WayProps) {
  const [isOpen, setOpen] = useSidebarState();
  const isSmall = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'));
  const item = (
    <Item
      component={Link}
      to={to}
      tabIndex={0}
      aria-current={isHere ? 'page' : undefined}
      onClick={isSmall ? () => setOpen(false) : undefined}
    >
      <ListItemIcon>
        <Icon />
      </ListItemIcon>
      <Typography variant="inherit" noWrap sx={{ flexGrow: 1 }}>
        {text}
      </Typography>
    </Item>
  );
  return isOpen ? (
    item
  ) : (
    <Tooltip title={text} placement="right">
      {item}
    </Tooltip>
  );
});

const Item = styled(MenuItem)(({ theme }) => ({
  margin: '2px 8px',
  borderRadius: 8,
  minHeight: 42,
  color: theme.palette.text.secondary,
  '& .MuiListItemIcon-root': { color: theme.palette.text.secondary, minWidth: theme.spacing(5) },
  '&[aria-current=page]': { backgroundColor: '#e3efee', color: '#084442', fontWeight: 600 },
})) as typeof MenuItem;
