import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Attribute } from '../../generated/schema';
import { useText } from '../../shared/useLocale';
import type { Dictionary } from './attributes';

type Props = { dictionary: Dictionary; chosen: string | undefined; onChoose: (attribute: Attribute) => void; isMissing: boolean };

/** Finds an attribute of the dictionary by name, description or data class, grouped by the class that it comes from. */
export function AttributePicker({ dictionary, chosen, onChoose, isMissing }: Props) {
  const translate = useTranslate();
  const text = useText();
  const classOf = ({ dataClass }: Attribute) =>
    text(dictionary.dataClasses.find(({ code }) => code === dataClass)?.name) ||
    translate(`rongqiao.products.rule.classes.${dataClass}`, { _: dataClass });
  const classes = [...new Set(dictionary.attributes.map(attribute => attribute.dataClass))];
  const options = [...dictionary.attributes].sort(
    (one, other) => classes.indexOf(one.dataClass) - classes.indexOf(other.dataClass),
  );
  const words = (attribute: Attribute) =>
    `${text(attribute.label)} ${text(attribute.about)} ${classOf(attribute)} ${attribute.key}`.toLowerCase();
  const known = options.find(({ key }) => key === chosen) ?? null;
  return (
    <Autocomplete<Attribute>
      fullWidth
      options={options}
      value={known}
      groupBy={classOf}
      getOptionLabel={attribute => text(attribute.label)}
      getOptionKey={({ key }) => key}
      isOptionEqualToValue={(one, other) => one.key === other.key}
      filterOptions={(all, { inputValue }) => all.filter(attribute => words(attribute).includes(inputValue.trim().toLowerCase()))}
      noOptionsText={translate('rongqiao.products.rule.noAttribute')}
      onChange={(_, attribute) => {
        if (attribute) onChoose(attribute);
      }}
      renderOption={({ key, ...props }, attribute) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Typography>{text(attribute.label)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {text(attribute.about)}
          </Typography>
        </Box>
      )}
      renderInput={props => (
        <TextField
          {...props}
          margin="none"
          label={translate('rongqiao.products.rule.attribute')}
          error={isMissing}
          helperText={known ? classOf(known) : undefined}
        />
      )}
    />
  );
}
