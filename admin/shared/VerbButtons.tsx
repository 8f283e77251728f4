import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RongqiaoDataProvider } from '../dataProvider';
import { FormDialog } from './FormDialog';
import { Field } from './Refused';

export type VerbWords = {
  /** Key of the verb's name, such as `rongqiao.products.verbs.publish`. */
  readonly label: string;
  /** Key of the sentence that says what will happen. */
  readonly consequence: string;
  readonly needsReason?: boolean;
  readonly isPrimary?: boolean;
  readonly isGrave?: boolean;
};

type Props = {
  resource: string;
  /** The version is null where the reader may change nothing. */
  record: { id: string; version: number | null; allowedVerbs: readonly string[] };
  /** The verbs this page offers, in order; those that the record does not allow now are left out. */
  verbs: Readonly<Record<string, VerbWords>>;
  onDone?: () => void;
};

/** The changes of state that the server allows this reader now, each with what it will do and, where owed, a reason. */
export function VerbButtons({ resource, record, verbs, onDone }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const translate = useTranslate();
  const offered = Object.keys(verbs).filter(verb => record.allowedVerbs.includes(verb));
  const words = chosen ? verbs[chosen] : undefined;
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {offered.map(verb => (
        <Button
          key={verb}
          variant={verbs[verb]?.isPrimary ? 'contained' : 'outlined'}
          color={verbs[verb]?.isGrave ? 'error' : 'primary'}
          onClick={() => setChosen(verb)}
        >
          {translate(verbs[verb]?.label ?? verb)}
        </Button>
      ))}
      {chosen && words ? (
        <VerbDialog
          resource={resource}
          record={record}
          verb={chosen}
          words={words}
          onClose={() => setChosen(null)}
          onDone={onDone}
        />
      ) : null}
    </Stack>
  );
}

type DialogProps = Pick<Props, 'resource' | 'record' | 'onDone'> & { verb: string; words: VerbWords; onClose: () => void };

function VerbDialog({ resource, record, verb, words, onClose, onDone }: DialogProps) {
  const [reason, setReason] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const dataProvider = useDataProvider<RongqiaoDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();
  const isReasonMissing = Boolean(words.needsReason) && reason.trim() === '';

  const run = async () => {
    setRunning(true);
    setRefusal(null);
    try {
      await dataProvider.run(resource, verb, {
        id: record.id,
        version: record.version,
        ...(words.needsReason ? { reason: reason.trim() } : {}),
      });
      notify('rongqiao.shared.done', { type: 'success', messageArgs: { verb: translate(words.label) } });
      onClose();
      onDone?.();
      refresh();
    } catch (error) {
      setRefusal(error as Error);
      setRunning(false);
    }
  };

  return (
    <FormDialog
      title={translate(words.label)}
      text={translate(words.consequence)}
      confirm={translate(words.label)}
      isRunning={isRunning}
      isOff={isReasonMissing}
      isGrave={words.isGrave ?? false}
      refusal={refusal}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {words.needsReason ? (
        <Field
          autoFocus
          fullWidth
          multiline
          minRows={2}
          name="reason"
          label={translate('rongqiao.shared.reason')}
          helperText={translate('rongqiao.shared.reasonRequired')}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}
