declare module 'subset-font' {
  /** The glyphs of `text` out of a font, its axes pinned, as another font. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'truetype'; readonly variationAxes: Readonly<Record<string, number>> },
  ): Promise<Buffer>;
}
