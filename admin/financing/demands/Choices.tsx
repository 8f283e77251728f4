import { Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, FormLabel } from '@mui/material';
import { useId } from 'react';

type Props = {
  label: string;
  hint: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** A choice that says "none of these". */
  none?: { label: string; isChosen: boolean; onChange: (isChosen: boolean) => void };
};

/** Any of a few, each a box to tick, under what they are. */
export function Choices({ label, hint, choices, chosen, onChange, none }: Props) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ gridColumn: { sm: '1 / -1' } }}>
      <FormLabel id={id}>{label}</FormLabel>
      <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>
      <FormGroup row>
        {choices.map(choice => (
          <FormControlLabel
            key={choice.id}
            label={choice.name}
            control={
              <Checkbox
                size="small"
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
