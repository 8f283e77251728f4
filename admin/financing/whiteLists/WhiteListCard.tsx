import { Box, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { WhiteList } from '../../generated/schema';

const figureNames = ['firms', 'contacted', 'applied', 'lent', 'left'] as const;

/** A list in one look: whose, for what, to whom, and what has come of it; `children` are what can be done with it. */
export function WhiteListCard({ list, children }: { list: WhiteList; children?: ReactNode }) {
  const translate = useTranslate();
  const word = (key: string, values?: Record<string, unknown>) => translate(`rongqiao.financing.whiteLists.${key}`, values);
  const comma = translate('rongqiao.products.say.comma');
  const { figures } = list;
  return (
    <Paper component="article" sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h6" component="h2">
            {list.name}
          </Typography>
          <Typography>{list.purpose}</Typography>
          <Typography variant="body2" color="text.secondary">
            {word('by', { department: list.department.name })} · {word('validUntil', { day: list.validUntil })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {word('banks', { names: list.institutions.map(({ name }) => name).join(comma) })}
          </Typography>
          {figures ? (
            <Typography sx={{ mt: 0.5 }}>
              {figureNames
                .filter(name => name !== 'left' || figures.left > 0)
                .map(name => word(`figures.${name}`, { smart_count: figures[name] }))
                .join(' · ')}
            </Typography>
          ) : null}
          {figures && figures.results.length > 0 ? (
            <Typography variant="body2">
              {figures.results
                .map(({ result, count }) => word('resultCount', { result: word(`results.${result}`), smart_count: count }))
                .join(comma)}
            </Typography>
          ) : null}
        </Box>
        {children}
      </Stack>
    </Paper>
  );
}
