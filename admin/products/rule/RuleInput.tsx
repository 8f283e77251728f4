import { Alert } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useAsk } from '../../shared/useAsk';
import { attributesDocument } from '../operations';
import type { Dictionary } from './attributes';
import { clausesOf } from './clauses';
import { gapsOf } from './gaps';
import { RuleEditor } from './RuleEditor';
import { RuleReach } from './RuleReach';

/** The rule of a product in its form; conditions that are not complete keep the form from being sent. */
export function RuleInput({ source }: { source: string }) {
  const translate = useTranslate();
  const [regionCodes, industryCodes, industryCodesExcluded] = useWatch({
    name: ['regionCodes', 'industryCodes', 'industryCodesExcluded'],
  });
  const { data } = useAsk<Dictionary>(attributesDocument, {}, { isFixed: true });
  const { field, fieldState } = useInput<unknown>({
    source,
    defaultValue: { all: [] },
    format: (rule: unknown) => rule,
    parse: (rule: unknown) => rule,
    validate: (rule: unknown) =>
      data && gapsOf(clausesOf(rule) ?? [], data.attributes).length > 0 ? 'rongqiao.products.rule.unfinished' : undefined,
  });
  const error = fieldState.error?.message?.replace(/^@@react-admin@@"|"$/g, '');
  return (
    <>
      {error ? (
        <Alert severity="error" sx={{ mb: 1, width: '100%' }}>
          {translate(error, { _: error })}
        </Alert>
      ) : null}
      <RuleEditor rule={field.value} onChange={field.onChange} />
      <RuleReach rule={field.value} bounds={{ regionCodes, industryCodes, industryCodesExcluded }} />
    </>
  );
}
