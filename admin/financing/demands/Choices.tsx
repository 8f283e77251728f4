import { Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, FormLabel } from '@mui/material';
import { useId } from 'react';
import { useRefused } from '../../shared/Refused';

type Props = {
  /** The server's, so that the choices say what was refused of them. */
  name?: string;
  label: string;
  hint: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** A choice that says "none of these". */
  none?: { label: string; isChosen: boolean; onChange: (isChosen: boolean) => void };
};

/** Any of a few, each a box to tick, under what they are. */
export function Choices({ name, label, hint, choices, chosen, onChange, none }: Props) {
  const id = useId();
  const { message, inputRef } = useRefused(name, chosen);
  return (
    <Box role="group" aria-labelledby={id} sx={{ gridColumn: { sm: '1 / -1' } }}>
      <FormLabel id={id} error={message !== null}>
        {label}
      </FormLabel>
      <FormHelperText error={message !== null} sx={{ mx: 0 }}>
        {message ?? hint}
      </FormHelperText>
      <FormGroup row>
        {choices.map((choice, place) => (
          <FormControlLabel
            key={choice.id}
            label={choice.name}
            control={
              <Checkbox
                size="small"
                slotProps={place === 0 ? { input: { ref: inputRef } } : {}}
                checked={chosen.includes(choice.id)}
                onChange={(_, isChosen) =>
                  onChange(isChosen ? [...chosen, choice.id] : chosen.filter(code => code !== choice.id))
                }
              />
            }
          />
        ))}
        {none ? (
          <FormControlLabel
            label={none.label}
            control={<Checkbox size="small" checked={none.isChosen} onChange={(_, isChosen) => none.onChange(isChosen)} />}
          />
        ) : null}
      </FormGroup>
    </Box>
  );
}
