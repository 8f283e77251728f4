import { createSvgIcon } from '@mui/material/utils';
import { createElement } from 'react';

/** An icon of 24 by 24, drawn of paths, each given by its `d`, and of other shapes, each a tag and its properties. */
export const icon = (name, ...shapes) =>
  createSvgIcon(
    shapes.map((shape, key) => {
      const [tag, properties] = typeof shape === 'string' ? ['path', { d: shape }] : shape;
      return createElement(tag, { key, ...properties });
    }),
    name,
  );
