import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import {
  CreateBase,
  DateInput,
  required,
  SaveButton,
  SelectInput,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin';
import { FigureInput } from '../form/FigureInput';
import { useVocabulary } from '../useVocabulary';

/** Records a publication of the funding centre; from then on every product on that tenor shows the new rate. */
export function RecordLprQuote() {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { choicesOf } = useVocabulary();
  const [isOpen, setOpen] = useState(false);
  const label = (key: string) => `rongqiao.products.lpr.${key}`;
  const done = () => {
    notify(label('recorded'), { type: 'success' });
    setOpen(false);
    refresh();
  };
  return (
    <>
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
        {translate(label('record'))}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} fullWidth maxWidth="sm">
        <DialogTitle>{translate(label('record'))}</DialogTitle>
        <DialogContent>
          <CreateBase resource="lprQuotes" redirect={false} mutationOptions={{ onSuccess: done }}>
            <SimpleForm
              defaultValues={{ tenor: '1Y' }}
              toolbar={
                <Toolbar sx={{ bgcolor: 'transparent' }}>
                  <SaveButton />
                </Toolbar>
              }
            >
              <DateInput source="publishedOn" label={label('publishedOn')} validate={required()} />
              <SelectInput
                source="tenor"
                label={label('tenor')}
                choices={choicesOf('lprTenors')}
                translateChoice={false}
                validate={required()}
              />
              <FigureInput source="rateBps" label={label('rate')} unit="percent" helperText={label('rateHelp')} isRequired />
              <TextInput
                source="source"
                label={label('source')}
                helperText={label('sourceHelp')}
                validate={required()}
                fullWidth
              />
            </SimpleForm>
          </CreateBase>
        </DialogContent>
      </Dialog>
    </>
  );
}
