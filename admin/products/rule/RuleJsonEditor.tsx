import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { clausesOf } from './clauses';
import { useRuleCheck } from './useRuleCheck';

/** The rule as JSON, to read, copy, or replace by one that was pasted; only a rule without problems can be taken over. */
export function RuleJsonEditor({ rule, onApply }: { rule: unknown; onApply: (rule: unknown) => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.products.rule.${key}`);
  const [text, setText] = useState(() => JSON.stringify(rule, null, 2));
  const parsed = parse(text);
  const checked = useRuleCheck(parsed ?? { all: [] });
  const isSound = parsed !== null && checked.isFresh && checked.problems.length === 0 && clausesOf(parsed) !== null;
  return (
    <Stack spacing={1}>
      <Typography variant="body2" color="text.secondary">
        {word('jsonLead')}
      </Typography>
      <TextField
        multiline
        fullWidth
        minRows={8}
        maxRows={24}
        label="JSON"
        value={text}
        error={parsed === null}
        helperText={parsed === null ? word('notJson') : undefined}
        onChange={event => setText(event.target.value)}
        slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: '0.85rem' } } }}
      />
      {parsed === null
        ? null
        : checked.problems.map(problem => (
            <Alert key={problem.path + problem.text} severity="error">
              {problem.path ? <code>{problem.path}</code> : null} {problem.text}
            </Alert>
          ))}
      <Button variant="outlined" disabled={!isSound} onClick={() => onApply(parsed)} sx={{ alignSelf: 'flex-start' }}>
        {word('apply')}
      </Button>
    </Stack>
  );
}

/** The object that `text` writes as JSON; null when it is not one. */
function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
