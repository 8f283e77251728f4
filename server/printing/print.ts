import { drawBlocks } from './blocks';
import { inkOf } from './ink';
import { type PrintedPage, textsOf } from './page';
import { Pen, type Widths } from './pen';
import { typefaceFor } from './typeface';

/** A4 in points, upright. */
const paper = { short: 595.28, long: 841.89 };
const margin = 34;
const blockGap = 9;

/** Down to letters of five points, the smallest that is still read on paper. */
const scales = Array.from({ length: 9 }, (_, step) => 1 - step * 0.05);

const titleStyle = { size: 16, weight: 700, colour: inkOf.text } as const;
const leadStyle = { size: 9, weight: 400, colour: inkOf.faint } as const;
const footStyle = { size: 7, weight: 400, colour: inkOf.faint } as const;

/**
 * A page as a PDF of one sheet of A4, its letters embedded: the first of `pages`, which say the same at ever less length, that
 * fits, as large as the sheet takes. `printedAt` is the document's day. Throws a RangeError when even the last does not fit.
 */
export async function printed(pages: readonly PrintedPage[], printedAt: Date): Promise<Uint8Array> {
  // Half a megabyte of code that a server which prints nothing never needs.
  const { default: PDFDocument } = await import('pdfkit');
  for (const page of pages) {
    const texts = textsOf(page);
    const typeface = await typefaceFor({ 400: texts[400].join(''), 700: texts[700].join('') });
    const scratch = new PDFDocument({ autoFirstPage: false });
    const widths: Widths = new Map();
    const penOn = (sheet: PDFKit.PDFDocument, scale: number) => new Pen(sheet, typeface, widths, scale);
    const scale = scales.find(each => heightOf(page, penOn(scratch, each)) <= areaOf(page).height);
    if (scale === undefined) continue;
    const document = new PDFDocument(settingsOf(page, printedAt));
    drawOn(page, document, penOn(document, scale));
    return finished(document);
  }
  throw new RangeError(`the page does not fit on one sheet: ${pages[0]?.title}`);
}

const settingsOf = ({ isLandscape, title }: PrintedPage, printedAt: Date): PDFKit.PDFDocumentOptions => ({
  size: 'A4',
  layout: isLandscape ? 'landscape' : 'portrait',
  margin: 0,
  info: { Title: title, CreationDate: printedAt, ModDate: printedAt },
});

function areaOf({ isLandscape }: PrintedPage): { readonly width: number; readonly height: number } {
  const [width, height] = isLandscape ? [paper.long, paper.short] : [paper.short, paper.long];
  return { width: width - 2 * margin, height: height - 2 * margin };
}

const heightOf = (page: PrintedPage, pen: Pen): number =>
  drawHead(page, pen, false) +
  drawBlocks(page.blocks, { pen, x: margin, y: margin, width: areaOf(page).width, gap: blockGap }, null) +
  footLines(page, pen).length * pen.lineHeight(footStyle) +
  blockGap;

function drawOn(page: PrintedPage, document: PDFKit.PDFDocument, pen: Pen): void {
  const top = margin + drawHead(page, pen, true);
  drawBlocks(page.blocks, { pen, x: margin, y: top, width: areaOf(page).width, gap: blockGap }, document);
  const foot = footLines(page, pen);
  const { height } = areaOf(page);
  foot.forEach((line, place) => {
    pen.write(line, margin, margin + height - (foot.length - place) * pen.lineHeight(footStyle), footStyle);
  });
}

function finished(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', part => parts.push(part));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    document.on('error', reject);
    document.end();
  });
}

function drawHead(page: PrintedPage, pen: Pen, isDrawn: boolean): number {
  const { width } = areaOf(page);
  let y = margin;
  for (const [text, style] of [
    [page.title, titleStyle],
    [page.lead, leadStyle],
  ] as const)
    for (const line of pen.lines(text, width, style)) {
      if (isDrawn) pen.write(line, margin, y, style);
      y += pen.lineHeight(style);
    }
  return y - margin + blockGap;
}

const footLines = (page: PrintedPage, pen: Pen): string[] =>
  page.foot.flatMap(text => pen.lines(text, areaOf(page).width, footStyle));
