import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAsk } from '../shared/useAsk';
import { ownListsDocument } from './operations';

type Props = { id: string | null; onChange: (id: string) => void };
type Answer = { whiteLists: { items: readonly { id: string; name: string; validUntil: string }[] } };

/** The white list of one's own department that the firms are put on. */
export function ListChoice({ id, onChange }: Props) {
  const translate = useTranslate();
  const lists = useAsk<Answer>(ownListsDocument).data?.whiteLists.items ?? [];
  return (
    <TextField
      select
      required
      label={translate('rongqiao.imports.list')}
      helperText={translate(lists.length === 0 ? 'rongqiao.imports.noList' : 'rongqiao.imports.listHelp')}
      value={lists.some(list => list.id === id) ? id : ''}
      onChange={event => onChange(event.target.value)}
      sx={{ mt: 2, width: { xs: '100%', sm: 480 } }}
    >
      {lists.map(list => (
        <MenuItem key={list.id} value={list.id}>
          {list.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
