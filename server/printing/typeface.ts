import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Regular and bold. */
export const weights = [400, 700] as const;
export type Weight = (typeof weights)[number];

/** A font file of its own for PDF: some of the typeface's letters in one weight. */
export type Face = { readonly name: string; readonly file: Buffer };

export type Typeface = {
  /** The face that has `letter`. */
  readonly faceOf: (letter: string, weight: Weight) => Face;
};

/** Stands for a letter that the typeface does not have. */
const substitute = '?';

const fileOf = (path: string): string => createRequire(import.meta.url).resolve(`@fontsource-variable/noto-sans-sc/${path}`);

/**
 * Noto Sans SC, ready to set the letters of each weight. The typeface comes in a hundred slices, letters that occur together in
 * one; only the letters asked for are made ready, and kept for the next page that asks for them.
 */
export async function typefaceFor(letters: Readonly<Record<Weight, string>>): Promise<Typeface> {
  const sliceOf = await slices();
  const named = (letter: string): string => sliceOf.get(letter) ?? sliceOf.get(substitute) ?? '';
  const faces = new Map<string, Face>();
  for (const weight of weights) {
    const wanted = [...new Set(letters[weight] + substitute)];
    for (const slice of new Set(wanted.map(named))) {
      const own = wanted.filter(letter => sliceOf.get(letter) === slice);
      faces.set(nameOf(slice, weight), await faceWith(own, slice, weight));
    }
  }
  return {
    faceOf(letter, weight) {
      const face = faces.get(nameOf(named(letter), weight));
      if (!face) throw new Error(`the page sets ${letter}, which is not among its letters`);
      return face;
    },
  };
}

const nameOf = (slice: string, weight: Weight): string => `${slice}-${weight}`;

let read: Promise<ReadonlyMap<string, string>> | undefined;

/** The slice of each letter. */
function slices(): Promise<ReadonlyMap<string, string>> {
  read ??= readFile(fileOf('unicode.json'), 'utf8').then(json => {
    const found = new Map<string, string>();
    for (const [slice, ranges] of Object.entries(JSON.parse(json) as Record<string, string>))
      for (const letter of lettersIn(ranges)) found.set(letter, slice.replace(/[[\]]/g, ''));
    return found;
  });
  return read;
}

/** Of `U+4e00-4e02,U+4e07`: 一丁丂万. */
const lettersIn = (ranges: string): string[] =>
  ranges.split(',').flatMap(range => {
    const [first = 0, last = first] = range
      .replace('U+', '')
      .split('-')
      .map(code => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place));
  });

type Kept = { readonly letters: ReadonlySet<string>; readonly face: Promise<Face> };
const kept = new Map<string, Kept>();

/** The face of a slice with all `letters`: the one that is kept, or another with the letters of both. */
function faceWith(letters: readonly string[], slice: string, weight: Weight): Promise<Face> {
  const name = nameOf(slice, weight);
  const known = kept.get(name);
  if (known && letters.every(letter => known.letters.has(letter))) return known.face;
  const all = new Set([...(known?.letters ?? []), ...letters]);
  const face = cut([...all].join(''), slice, weight);
  kept.set(name, { letters: all, face });
  face.catch(() => kept.delete(name));
  return face;
}

async function cut(letters: string, slice: string, weight: Weight): Promise<Face> {
  // WebAssembly that a server which prints nothing never needs.
  const { default: subsetFont } = await import('subset-font');
  const whole = await readFile(fileOf(`files/noto-sans-sc-${slice}-wght-normal.woff2`));
  const file = await subsetFont(whole, letters, { targetFormat: 'truetype', variationAxes: { wght: weight } });
  return { name: nameOf(slice, weight), file };
}
