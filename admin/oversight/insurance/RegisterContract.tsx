import { Dialog, DialogContent, DialogTitle, Stack } from '@mui/material';
import {
  CreateBase,
  DateInput,
  type RaRecord,
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
import type { Product } from '../../generated/schema';
import { FigureInput } from '../../products/form/FigureInput';
import { dialogToolbar } from '../dialogToolbar';

type Props = { products: readonly Pick<Product, 'id' | 'terms'>[]; onClose: () => void };

const label = (key: string) => `rongqiao.oversight.insurance.${key}`;

/** Registers one contract of an insurance product with a firm that is on the platform. */
export function RegisterContract({ products, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const done = ({ number }: RaRecord) => {
    notify(label('registered'), { type: 'success', messageArgs: { number } });
    refresh();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{translate(label('register'))}</DialogTitle>
      <DialogContent>
        <CreateBase resource="insuranceContracts" redirect={false} mutationOptions={{ onSuccess: done }}>
          <SimpleForm
            toolbar={
              <Toolbar sx={dialogToolbar}>
                <SaveButton />
              </Toolbar>
            }
          >
            <Stack spacing={2} sx={{ width: '100%' }}>
              <SelectInput
                source="productId"
                label={label('product')}
                choices={products.map(({ id, terms }) => ({ id, name: terms.name }))}
                translateChoice={false}
                validate={required()}
                fullWidth
              />
              <TextInput source="uscc" label={label('uscc')} helperText={label('usccHelp')} validate={required()} fullWidth />
              <TextInput
                source="number"
                label={label('number')}
                helperText={label('numberHelp')}
                validate={required()}
                fullWidth
              />
              <FigureInput source="coverFen" label={label('cover')} unit="wan" isRequired />
              <FigureInput source="premiumFen" label={label('premium')} unit="yuan" isRequired />
              <DateInput source="startsOn" label={label('startsOn')} validate={required()} />
              <DateInput source="endsOn" label={label('endsOn')} validate={required()} />
            </Stack>
          </SimpleForm>
        </CreateBase>
      </DialogContent>
    </Dialog>
  );
}
