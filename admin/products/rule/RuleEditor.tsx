import { Alert, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Answered } from '../../shared/Answered';
import { useAsk } from '../../shared/useAsk';
import { attributesDocument } from '../operations';
import type { Dictionary } from './attributes';
import { ClauseCard } from './ClauseCard';
import { clausesOf, keyOf, placeOf, ruleOf, withClause } from './clauses';
import { gapsOf } from './gaps';
import { RuleJsonEditor } from './RuleJsonEditor';
import { useRuleCheck } from './useRuleCheck';

type Props = { rule: unknown; onChange: (rule: unknown) => void };

/** Writes a rule, drawn wholly from the dictionary: as conditions, or as JSON for those who prefer it. */
export function RuleEditor({ rule, onChange }: Props) {
  const translate = useTranslate();
  const [view, setView] = useState<'conditions' | 'json'>('conditions');
  const query = useAsk<Dictionary>(attributesDocument, {}, { isFixed: true });
  return (
    <Stack spacing={1.5}>
      <Tabs
        value={view}
        onChange={(_, next: typeof view) => setView(next)}
        aria-label={translate('rongqiao.products.rule.title')}
      >
        <Tab value="conditions" label={translate('rongqiao.products.rule.asConditions')} />
        <Tab value="json" label={translate('rongqiao.products.rule.asJson')} />
      </Tabs>
      {view === 'conditions' ? (
        <Answered query={query}>{dictionary => <Conditions dictionary={dictionary} rule={rule} onChange={onChange} />}</Answered>
      ) : (
        <RuleJsonEditor
          rule={rule}
          onApply={next => {
            onChange(next);
            setView('conditions');
          }}
        />
      )}
    </Stack>
  );
}

function Conditions({ dictionary, rule, onChange }: Props & { dictionary: Dictionary }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`rongqiao.products.rule.${key}`);
  const clauses = clausesOf(rule);
  const checked = useRuleCheck(rule);
  if (!clauses) return <Alert severity="warning">{word('cannotDraw')}</Alert>;
  const problems = checked.problems.map(({ path, text }) => ({ place: placeOf(path), text }));
  const gaps = gapsOf(clauses, dictionary.attributes);
  const sentences = clauses.map((_, index) =>
    gaps.some(gap => gap.place.clause === index) ? '' : (checked.sentences.get(`/all/${index}`) ?? ''),
  );
  return (
    <Stack spacing={1.5}>
      <Typography variant="body2" color="text.secondary">
        {word(clauses.length === 0 ? 'none' : 'lead')}
      </Typography>
      {checked.error ? <Alert severity="warning">{translate(checked.error.message, { _: checked.error.message })}</Alert> : null}
      {problems
        .filter(problem => problem.place === null)
        .map(({ text }) => (
          <Alert key={text} severity="error">
            {text}
          </Alert>
        ))}
      <Stack component="ol" spacing={1.5} sx={{ m: 0, p: 0 }}>
        {clauses.map((_, index) => (
          <ClauseCard
            key={keyOf(index)}
            dictionary={dictionary}
            clauses={clauses}
            index={index}
            sentence={sentences[index] ?? ''}
            gaps={gaps}
            problems={problems.flatMap(({ place, text }) => (place ? [{ place, text }] : []))}
            onChange={next => onChange(ruleOf(next))}
          />
        ))}
      </Stack>
      <Button variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={() => onChange(ruleOf(withClause(clauses)))}>
        {word('addClause')}
      </Button>
    </Stack>
  );
}
