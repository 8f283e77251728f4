import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stableText } from './stableText';

it('orders keys at every depth and leaves lists as they are', () => {
  expect(stableText({ b: [2, 1], a: { d: null, c: 'x' } })).toBe('{"a":{"c":"x","d":null},"b":[2,1]}');
});

it('leaves out what is undefined, as JSON does', () => {
  expect(stableText({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it('keeps a key that names the prototype', () => {
  expect(stableText(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});

it('writes moments as JSON does', () => {
  expect(stableText({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, shuffled(inner)]),
        )
      : value;

it('says the same of a value however its keys came, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), value => {
      expect(stableText(shuffled(value))).toBe(stableText(value));
      expect(JSON.parse(stableText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
