import type { Face, Typeface, Weight } from './typeface';

/** The parts of a PDF document that the pen sets letters with. */
export type Sheet = Pick<PDFKit.PDFDocument, 'registerFont' | 'font' | 'fontSize' | 'widthOfString' | 'text' | 'fillColor'>;

export type Style = { readonly size: number; readonly weight: Weight; readonly colour: string };

/** How wide each letter is in each weight, for a size of one; pens of different sizes share what they have measured. */
export type Widths = Map<string, number>;

/** Sets letters on a sheet, each from the face that has it; `scale` makes all of them smaller. */
export class Pen {
  readonly #registered = new Set<string>();

  constructor(
    readonly sheet: Sheet,
    private readonly typeface: Typeface,
    private readonly widths: Widths,
    readonly scale: number,
  ) {}

  lineHeight({ size }: Style): number {
    return size * this.scale * 1.42;
  }

  /** `text` in lines no wider than `width`: broken between words and between Chinese letters, never before a closing mark. */
  lines(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = '';
    let taken = 0;
    for (const piece of piecesOf(text)) {
      if (line !== '' && taken + this.widthOf(piece.trimEnd(), style) > width) {
        lines.push(line.trimEnd());
        line = '';
        taken = 0;
      }
      for (const letter of line === '' ? piece.trimStart() : piece) {
        const wide = this.widthOf(letter, style);
        if (line !== '' && taken + wide > width && letter !== ' ') {
          lines.push(line);
          line = '';
          taken = 0;
        }
        line += letter;
        taken += wide;
      }
    }
    return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
  }

  /** One line, its left end at `x` and its top at `y`. */
  write(line: string, x: number, y: number, style: Style): void {
    let at = x;
    for (const { letters, face } of this.#runs(line, style.weight)) {
      this.#take(face, style.size * this.scale)
        .fillColor(style.colour)
        .text(letters, at, y, { lineBreak: false });
      at += this.widthOf(letters, style);
    }
  }

  widthOf(line: string, { size, weight }: Style): number {
    let width = 0;
    for (const letter of line) width += this.#widthOfLetter(letter, weight);
    return width * size * this.scale;
  }

  /** How wide the widest of the pieces of `text` is that `lines` tears only where it must. */
  widestPiece(text: string, style: Style): number {
    return Math.max(0, ...piecesOf(text).map(piece => this.widthOf(piece.trimEnd(), style)));
  }

  /** Stretches of `line` that one face sets. */
  #runs(line: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const letter of line) {
      const face = this.typeface.faceOf(letter, weight);
      const last = runs.at(-1);
      if (last?.face === face) last.letters += letter;
      else runs.push({ face, letters: letter });
    }
    return runs;
  }

  #widthOfLetter(letter: string, weight: Weight): number {
    const key = letter + weight;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.#take(this.typeface.faceOf(letter, weight), 1).widthOfString(letter);
    this.widths.set(key, width);
    return width;
  }

  #take({ name, file }: Face, size: number): Sheet {
    if (!this.#registered.has(name)) this.sheet.registerFont(name, file);
    this.#registered.add(name);
    return this.sheet.font(name).fontSize(size);
  }
}

type Run = { readonly face: Face; letters: string };

/** What is never torn apart: a word with the space after it, or one Chinese letter, with the marks that belong to it. */
const piecesOf = (text: string): string[] =>
  text.match(
    /[（「《“]*(?:[\p{Script=Han}]|[^\s\p{Script=Han}（「《“，。、；：）」》”·]+|\s)[，。、；：）」》”%]*\s*|[^\s]\s*/gu,
  ) ?? [text];
