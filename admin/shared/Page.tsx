import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';

type Props = {
  title: string;
  /** One sentence under the title: what this page is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A page that is not a react-admin list or form: heading, lead, actions, content, at every width. */
export const Page = ({ title, lead, actions, children }: Props) => (
  <Box component="section" sx={{ maxWidth: 1240, width: '100%', py: 2, px: { xs: 0.5, sm: 0 } }}>
    <Title title={title} />
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 2, alignItems: { sm: 'flex-end' } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h4" component="h1" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {lead ? (
          <Typography color="text.secondary" sx={{ mt: 0.5, maxWidth: 760 }}>
            {lead}
          </Typography>
        ) : null}
      </Box>
      {actions ? (
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {actions}
        </Stack>
      ) : null}
    </Stack>
    {children}
  </Box>
);
