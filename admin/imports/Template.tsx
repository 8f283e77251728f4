import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportKind, ImportTemplate } from '../generated/schema';
import { Answered } from '../shared/Answered';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { usePunctuation } from '../shared/usePunctuation';
import { importTemplateDocument } from './operations';

/** The columns that a file of this kind should have: what must be there at once, the rest opened when wanted. */
export function Template({ kind, dataClass }: { kind: ImportKind; dataClass: string | null }) {
  const translate = useTranslate();
  const text = useText();
  const query = useAsk<{ importTemplate: ImportTemplate }>(importTemplateDocument, { kind, dataClass });
  const say = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.imports.template.${key}`, values);
  return (
    <Box sx={{ mt: 2 }}>
      <Answered query={query}>
        {({ importTemplate: { needed, columns } }) => (
          <>
            <Typography>{say('needed', { names: needed.map(text).join(say('and')) })}</Typography>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
              {[say('hint'), kind === 'records' ? say('recordHint') : ''].join(' ')}
            </Typography>
            <Accordion disableGutters variant="outlined" slotProps={{ transition: { unmountOnExit: true } }}>
              <AccordionSummary expandIcon={<ExpandMore />}>{say('title')}</AccordionSummary>
              <AccordionDetails>
                <Columns columns={columns} />
              </AccordionDetails>
            </Accordion>
          </>
        )}
      </Answered>
    </Box>
  );
}

function Columns({ columns }: Pick<ImportTemplate, 'columns'>) {
  const punctuation = usePunctuation();
  const translate = useTranslate();
  const text = useText();
  const say = (key: string) => translate(`rongqiao.imports.template.${key}`);
  return (
    <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {columns.map(column => (
        <Box
          key={column.headings.join()}
          component="li"
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' },
            columnGap: 2,
            borderTop: 1,
            borderColor: 'divider',
            pt: 1,
          }}
        >
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600 }}>{text(column.label)}</Typography>
            {column.isRequired ? <Chip size="small" variant="outlined" color="primary" label={say('required')} /> : null}
            {column.passedOver ? <Chip size="small" variant="outlined" label={say('notImported')} /> : null}
          </Stack>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {column.passedOver ? text(column.passedOver) : punctuation.pair(say('headings'), column.headings.join(' / '))}
          </Typography>
        </Box>
      ))}
    </Stack>
  );
}
