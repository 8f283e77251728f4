import { Box, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportOffer } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { Empty } from '../shared/Empty';
import { Page } from '../shared/Page';
import { useAsk } from '../shared/useAsk';
import { NewImport } from './NewImport';
import { importOffersDocument } from './operations';
import { PastImports } from './PastImports';

/** Bringing a file in: what it is, the file, and the files that came before. */
export function ImportPage() {
  const translate = useTranslate();
  const query = useAsk<{ importOffers: readonly ImportOffer[] }>(importOffersDocument);
  return (
    <Page title={translate('rongqiao.imports.title')} lead={translate('rongqiao.imports.lead')}>
      <Stack spacing={3}>
        <Answered query={query}>
          {({ importOffers }) =>
            importOffers.length === 0 ? (
              <Empty title={translate('rongqiao.imports.nothing.title')} hint={translate('rongqiao.imports.nothing.hint')} />
            ) : (
              <Paper sx={{ p: { xs: 2, sm: 3 } }}>
                <NewImport offers={importOffers} />
              </Paper>
            )
          }
        </Answered>
        <Box component="section">
          <Typography variant="h5" component="h2" gutterBottom>
            {translate('rongqiao.imports.past')}
          </Typography>
          <PastImports />
        </Box>
      </Stack>
    </Page>
  );
}
