import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Attribute, WhatIf as WhatIfAnswer } from '../generated/schema';
import { attributesDocument } from '../products/operations';
import { AttributePicker } from '../products/rule/AttributePicker';
import type { Dictionary } from '../products/rule/attributes';
import { Answered, Failed } from '../shared/Answered';
import { useAsk } from '../shared/useAsk';
import { Imagined } from './Imagined';
import { Outcome } from './Outcome';
import { whatIfDocument } from './operations';
import type { Asked } from './request';

type Value = number | boolean | string | readonly string[];

/** Amount and term, and any fact that the firm cares to add. */
const atFirst = ['requestAmountFen', 'requestTermMonths'];

/** What the firm would qualify for if: each value can be moved, and the answer moves with it. Nothing of it is kept. */
export function WhatIf({ asked }: { asked: Asked }) {
  const translate = useTranslate();
  const dictionary = useAsk<Dictionary>(attributesDocument, {}, { isFixed: true });
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 2, maxWidth: 860 }}>
        {translate('rongqiao.matches.whatIf.lead')}
      </Typography>
      <Answered query={dictionary}>{found => <Workbench dictionary={found} asked={asked} />}</Answered>
    </>
  );
}

function Workbench({ dictionary, asked: { request, on } }: { dictionary: Dictionary; asked: Asked }) {
  const translate = useTranslate();
  const [keys, setKeys] = useState<readonly string[]>(atFirst);
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({});
  const [active, setActive] = useState(atFirst[0] ?? '');
  const changes = Object.entries(values).flatMap(([attr, value]) => (attr === active ? [] : [{ attr, value }]));
  const query = useAsk<{ whatIf: WhatIfAnswer }>(whatIfDocument, { vary: active, changes, request, on });
  const attributesShown = keys.flatMap(key => dictionary.attributes.find(attribute => attribute.key === key) ?? []);

  const imagine = (attr: string, value: Value | null) => {
    const { [attr]: _, ...others } = values;
    setValues(value === null ? others : { ...others, [attr]: value });
    setActive(attr);
  };
  const remove = (attr: string) => {
    const { [attr]: _, ...others } = values;
    setValues(others);
    setKeys(keys.filter(key => key !== attr));
    if (attr === active) setActive(keys.find(key => key !== attr) ?? atFirst[0] ?? '');
  };
  const add = ({ key }: Attribute) => setKeys(keys.includes(key) ? keys : [...keys, key]);

  return (
    <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ alignItems: 'flex-start' }}>
      <Paper sx={{ p: 2, width: '100%', flex: 1, minWidth: 0 }}>
        <Stack spacing={2.5}>
          {attributesShown.map(attribute => (
            <Imagined
              key={attribute.key}
              attribute={attribute}
              request={request}
              on={on}
              value={values[attribute.key] ?? null}
              onImagine={value => imagine(attribute.key, value)}
              onRemove={atFirst.includes(attribute.key) ? null : () => remove(attribute.key)}
            />
          ))}
          <Box>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
              {translate('rongqiao.matches.whatIf.add')}
            </Typography>
            <AttributePicker key={keys.length} dictionary={dictionary} chosen={undefined} isMissing={false} onChoose={add} />
          </Box>
          {Object.keys(values).length > 0 ? (
            <Button size="small" sx={{ alignSelf: 'flex-start' }} onClick={() => setValues({})}>
              {translate('rongqiao.matches.whatIf.reset')}
            </Button>
          ) : null}
        </Stack>
      </Paper>
      <Box sx={{ width: '100%', flex: 1, minWidth: 0, position: { md: 'sticky' }, top: { md: 16 } }} aria-live="polite">
        {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.data ? (
          <Outcome answer={query.data.whatIf} value={values[active] ?? null} isFetching={query.isPlaceholderData} />
        ) : null}
      </Box>
    </Stack>
  );
}
