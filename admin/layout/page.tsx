import { Box } from '@mui/material';
import { type ComponentType, lazy } from 'react';
import { Failed } from '../shared/Answered';

/** A page whose code is fetched when it is first opened; where it cannot be fetched, the reason and a way on. */
export const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => {
    try {
      return { default: (await load())[name] };
    } catch {
      return { default: NotLoaded };
    }
  });

const notLoaded = new Error('rongqiao.shared.error.notLoaded');

const NotLoaded = () => (
  <Box sx={{ pt: 2 }}>
    <Failed error={notLoaded} onRetry={() => void reloadOnceThere()} />
  </Box>
);

/** A browser remembers that a script could not be fetched: only the whole page, asked for again, comes with it. */
async function reloadOnceThere(): Promise<void> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
  } catch {
    return;
  }
  window.location.reload();
}
