import { Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { WishTopic } from '../../generated/schema';

type Props = {
  label: string;
  /** Those that the reader's organisation receives at all. */
  offered: readonly WishTopic[];
  chosen: readonly WishTopic[];
  onChoose: (topics: WishTopic[]) => void;
};

/** Which topics are wanted: a box for each, ticked by nobody but the reader. */
export function TopicChoice({ label, offered, chosen, onChoose }: Props) {
  const translate = useTranslate();
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {offered.map(topic => (
          <FormControlLabel
            key={topic}
            label={translate(`rongqiao.messages.topics.${topic}`)}
            control={
              <Checkbox
                checked={chosen.includes(topic)}
                onChange={(_, isChosen) => onChoose(offered.filter(each => (each === topic ? isChosen : chosen.includes(each))))}
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
