import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, FormControlLabel, IconButton, MenuItem, Slider, Stack, Switch, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Attribute, WhatIf, WhatIfPoint } from '../generated/schema';
import { useAsk } from '../shared/useAsk';
import { useText } from '../shared/useLocale';
import { whatIfDocument } from './operations';
import type { Asked } from './request';

type Value = number | boolean | string | readonly string[];

type Props = Pick<Asked, 'request' | 'on'> & {
  attribute: Attribute;
  /** What is imagined; null: as it is. */
  value: Value | null;
  onImagine: (value: Value | null) => void;
  onRemove: (() => void) | null;
};

/** Where the value of today lies among the positions; null when it is not known. */
const placeOfNow = (points: readonly WhatIfPoint[]): number | null => {
  const place = points.findIndex(({ isNow }) => isNow);
  return place < 0 ? null : place;
};

export const placeOfValue = (points: readonly WhatIfPoint[], value: Value | null): number | null => {
  if (value === null) return placeOfNow(points);
  const place = points.findIndex(point => String(point.value) === String(value));
  return place < 0 ? null : place;
};

/** One attribute to imagine otherwise: figures and days by a slider through the values that matter, the rest by choice. */
export function Imagined({ attribute, request, on, value, onImagine, onRemove }: Props) {
  const translate = useTranslate();
  const text = useText();
  const query = useAsk<{ whatIf: WhatIf }>(whatIfDocument, { vary: attribute.key, changes: [], request, on });
  const answer = query.data?.whatIf;
  if (!answer) return <Typography color="text.secondary">{query.error?.message ?? text(attribute.label)}</Typography>;
  const place = placeOfValue(answer.points, value);
  const choose = (next: number) => {
    const point = answer.points[next];
    if (point) onImagine(point.isNow ? null : (point.value as Value));
  };
  const now = text(answer.nowText) || translate('rongqiao.matches.whatIf.unknown');
  return (
    <Box>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline' }}>
        <Typography component="h3" sx={{ fontWeight: 600, flex: 1 }}>
          {text(attribute.label)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {translate('rongqiao.matches.doors.now', { value: now })}
        </Typography>
        {onRemove ? (
          <IconButton size="small" aria-label={translate('rongqiao.matches.whatIf.remove')} onClick={onRemove}>
            <CloseOutlined fontSize="small" />
          </IconButton>
        ) : null}
      </Stack>
      <Control attribute={attribute} points={answer.points} place={place} onChoose={choose} />
    </Box>
  );
}

type ControlProps = {
  attribute: Attribute;
  points: readonly WhatIfPoint[];
  place: number | null;
  onChoose: (place: number) => void;
};

function Control({ attribute, points, place, onChoose }: ControlProps) {
  const text = useText();
  const label = text(attribute.label);
  const said = place === null ? '' : text(points[place]?.text);
  if (attribute.kind === 'boolean' && place !== null)
    return (
      <FormControlLabel
        control={<Switch checked={place === 1} onChange={(_, isTrue) => onChoose(isTrue ? 1 : 0)} />}
        label={said}
      />
    );
  if (attribute.kind === 'number' || attribute.kind === 'date')
    return (
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', px: 1 }}>
        <Slider
          size="small"
          aria-label={label}
          min={0}
          max={Math.max(1, points.length - 1)}
          step={1}
          marks={points.flatMap(({ isNow }, index) => (isNow ? [{ value: index }] : []))}
          value={place ?? 0}
          getAriaValueText={index => text(points[index]?.text)}
          onChange={(_, next) => onChoose(Number(next))}
          sx={{ flex: 1 }}
        />
        <Typography sx={{ minWidth: 96, textAlign: 'right' }}>{said || '—'}</Typography>
      </Stack>
    );
  return (
    <TextField
      select
      fullWidth
      margin="none"
      aria-label={label}
      value={place === null ? '' : String(place)}
      onChange={event => onChoose(Number(event.target.value))}
    >
      {points.map((point, index) => (
        <MenuItem key={point.text.zh} value={String(index)}>
          {text(point.text)}
        </MenuItem>
      ))}
    </TextField>
  );
}
