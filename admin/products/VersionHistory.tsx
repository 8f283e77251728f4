import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ProductVersion } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { formatInstant } from '../shared/format';
import { useAsk } from '../shared/useAsk';
import { versionsDocument } from './operations';
import { ChangeTable } from './terms/ChangeTable';
import { changesBetween } from './terms/changes';
import { useTermRows } from './terms/useTermRows';

/** Every version that was ever in force, newest first, each with what it changed; once published, none is altered. */
export function VersionHistory({ productId }: { productId: string }) {
  const translate = useTranslate();
  const query = useAsk<{ productVersions: ProductVersion[] }>(versionsDocument, { productId });
  return (
    <Box component="section">
      <Typography variant="h6" component="h2" gutterBottom>
        {translate('rongqiao.products.sections.versions')}
      </Typography>
      <Answered query={query}>
        {({ productVersions }) => (
          <>
            {productVersions.map((version, index) => (
              <VersionEntry key={version.id} version={version} earlier={productVersions[index + 1]} />
            ))}
          </>
        )}
      </Answered>
    </Box>
  );
}

function VersionEntry({ version, earlier }: { version: ProductVersion; earlier: ProductVersion | undefined }) {
  const translate = useTranslate();
  const rowsOf = useTermRows();
  const changes = earlier ? changesBetween(rowsOf(earlier), rowsOf(version)) : [];
  const word = (key: string, options = {}) => translate(`rongqiao.products.versions.${key}`, options);
  const period = version.publishedAt
    ? `${formatInstant(version.publishedAt)} — ${version.replacedAt ? formatInstant(version.replacedAt) : word('now')}`
    : word('draft');
  return (
    <Accordion disableGutters variant="outlined">
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography sx={{ fontWeight: 600, mr: 2 }}>{word('number', { number: version.number })}</Typography>
        <Typography color="text.secondary">{period}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        {changes.length > 0 ? (
          <ChangeTable changes={changes} />
        ) : (
          <Typography color="text.secondary">{word(earlier ? 'same' : 'first')}</Typography>
        )}
      </AccordionDetails>
    </Accordion>
  );
}
