import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ApiOperation } from '../generated/institutionApi';
import { useText } from '../shared/useLocale';
import { Code } from './Code';
import { TryIt } from './TryIt';

/** One operation: what it takes, what it is refused by, and its example to run. */
export function OperationCard({ operation, token }: { operation: ApiOperation; token: string }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.institutionApi.${key}`, values);
  const { name, kind, title, says, document, roles, refusals } = operation;
  return (
    <Accordion
      disableGutters
      elevation={0}
      variant="outlined"
      slotProps={{ transition: { unmountOnExit: true }, heading: { component: 'h3' } }}
    >
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {text(title)}
          </Typography>
          <Box component="code" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {name}
          </Box>
          <Chip
            size="small"
            variant="outlined"
            color={kind === 'mutation' ? 'primary' : 'default'}
            label={word(`kinds.${kind}`)}
          />
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={2}>
          <Typography variant="body2">
            {text(says)}
            {roles
              ? ` ${word('roles', { roles: roles.map(role => translate(`rongqiao.identity.roles.${role}`)).join(' · ') })}`
              : ''}
          </Typography>
          <Arguments operation={operation} />
          <Part title={word('example')}>
            <Code text={document} label={word('example')} />
          </Part>
          <TryIt operation={operation} token={token} />
          {refusals.length > 0 ? (
            <Part title={word('refusals')}>
              <Box component="ul" sx={{ pl: 2.5, my: 0 }}>
                {refusals.map(refusal => (
                  <Typography component="li" variant="body2" key={refusal.rule} sx={{ overflowWrap: 'anywhere' }}>
                    <code>
                      {refusal.code} {refusal.rule}
                    </code>{' '}
                    {text(refusal)}
                  </Typography>
                ))}
              </Box>
            </Part>
          ) : null}
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}

function Arguments({ operation }: { operation: ApiOperation }) {
  const translate = useTranslate();
  const text = useText();
  const word = (key: string) => translate(`rongqiao.institutionApi.${key}`);
  if (operation.arguments.length === 0) return null;
  return (
    <Part title={word('arguments')}>
      <Box component="dl" sx={{ m: 0 }}>
        {operation.arguments.map(({ path, type, isRequired, says, choices }) => (
          <Box
            key={path}
            sx={{
              display: { md: 'grid' },
              gridTemplateColumns: '320px 1fr',
              gap: 2,
              py: 0.5,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="dt" sx={{ overflowWrap: 'anywhere' }}>
              <code>{path}</code>{' '}
              <Box component="code" sx={{ color: 'text.secondary' }}>
                {type}
              </Box>
            </Box>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {isRequired ? '' : `${word('optional')} · `}
              {text(says)}
              {choices.length > 0 ? (
                <Box component="code" sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {choices.join(' · ')}
                </Box>
              ) : null}
            </Typography>
          </Box>
        ))}
      </Box>
    </Part>
  );
}

export const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box>
    <Typography variant="subtitle2" component="h4" sx={{ mb: 0.5 }}>
      {title}
    </Typography>
    {children}
  </Box>
);
