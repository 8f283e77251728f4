import type { Style } from './pen';

/** The colours of the page: those of the platform's screens, dark enough for a black-and-white printer. */
export const inkOf = {
  text: '#1d2430',
  faint: '#5a6472',
  line: '#c9d0d9',
  shade: '#eef2f7',
  series: ['#1f5f99', '#d98a1f', '#7a8794'],
  /** Told apart by all kinds of colour vision (Okabe and Ito); their dashes differ too. */
  courses: ['#0072b2', '#d55e00', '#009e73', '#b0498a', '#1d2430'],
};

/** Where lines and rectangles are drawn; null while only the height is asked for. */
export type Ink = PDFKit.PDFDocument | null;

export const bold = (size: number): Style => ({ size, weight: 700, colour: inkOf.text });
export const plain = (size: number): Style => ({ size, weight: 400, colour: inkOf.text });
export const faint = (size: number): Style => ({ size, weight: 400, colour: inkOf.faint });
