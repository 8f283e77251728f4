import { deepmerge } from '@mui/utils';
import { defaultLightTheme, type RaThemeOptions } from 'react-admin';

const fontFamily = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(', ');

const onPhone = '@media (max-width: 599.95px)';

/** Deep teal for the bridge, amber for what wants attention; quiet surfaces, figures in tabular digits. */
export const theme: RaThemeOptions = deepmerge(defaultLightTheme, {
  palette: {
    primary: { main: '#0b5d5b', dark: '#084442', light: '#3d8583', contrastText: '#ffffff' },
    secondary: { main: '#0b5d5b', contrastText: '#ffffff' },
    warning: { main: '#a85f00' },
    success: { main: '#1d7a43' },
    error: { main: '#b3261e' },
    info: { main: '#24618f' },
    background: { default: '#f5f7f7', paper: '#ffffff' },
    text: { primary: '#17211f', secondary: '#55625f' },
  },
  shape: { borderRadius: 10 },
  typography: {
    fontFamily,
    h4: { fontWeight: 650, fontSize: '1.6rem' },
    h5: { fontWeight: 650, fontSize: '1.25rem' },
    h6: { fontWeight: 600, fontSize: '1.05rem' },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  sidebar: { width: 216, closedWidth: 54 },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // What is scrolled to stands below the bar, which comes back over the page with every scroll upwards.
        html: { scrollPaddingTop: 64 },
        body: { fontVariantNumeric: 'tabular-nums' },
      },
    },
    MuiPaper: { styleOverrides: { elevation1: { boxShadow: 'none', border: '1px solid #e0e6e5' } } },
    MuiAppBar: { styleOverrides: { colorSecondary: { backgroundColor: '#0b5d5b', color: '#ffffff' } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    // What a summary says alone is text, whatever the browser does with buttons.
    MuiAccordionSummary: { styleOverrides: { root: { font: 'inherit' } } },
    RaToolbar: { styleOverrides: { root: { backgroundColor: '#ffffff', borderTop: '1px solid #e0e6e5' } } },
    // On a phone the buttons of a list stand above it; where there are none, there is no room for them either.
    RaListToolbar: { styleOverrides: { root: { [onPhone]: { backgroundColor: 'transparent' } } } },
    RaTopToolbar: { styleOverrides: { root: { [onPhone]: { backgroundColor: 'transparent', '&&': { minHeight: 0 } } } } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 600, color: '#55625f' } } },
  },
});
