import { z } from 'zod';
import { parseInput } from '../../shared/input';
import { invalidInput } from '../../shared/refusals';

/** What may be asked for: a document, a document again, figures or facts, or something else. */
export const correctionKinds = ['ADD_DOCUMENT', 'RESUBMIT_DOCUMENT', 'ADDITIONAL_DATA', 'OTHER'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export type CorrectionItem = { readonly kind: CorrectionKind; readonly text: string };

export type CorrectionInput = z.input<typeof shape>;

const itemsMax = 20;
const noteMin = 10;

const shape = z.object({
  items: z
    .array(z.object({ kind: z.enum(correctionKinds), text: z.string().trim().min(2).max(500) }))
    .min(1)
    .max(itemsMax),
  note: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(note => note || null),
});

/** What the bank asks for, from 1 to 20 items in one list; refuses by field what is empty, unknown or too long. */
export const readCorrection = (input: CorrectionInput): z.output<typeof shape> => parseInput(shape, input);

/**
 * The note of the request of this number: the first needs none, each further one says why the first list was not whole, because
 * a bank is to ask for everything at once (优化营商环境条例 36). Refuses one of fewer than ten characters.
 */
export function noteFor(number: number, note: string | null): string | null {
  if (number === 1) return null;
  if (note !== null && note.length >= noteMin) return note;
  throw invalidInput('note', note, 'correction.noteNeeded', {
    zh: `补正应一次性告知。再次要求补正须写明原因（至少 ${noteMin} 字），企业会看到。`,
    en: `All corrections are to be asked for at once. To ask again, say why in at least ${noteMin} characters: the firm will read it.`,
  });
}

/** The firm's answers, one for each item in their order; refuses a missing or empty one by its place. */
export function answersTo(items: readonly CorrectionItem[], given: readonly string[]): string[] {
  const answers = given.map(answer => answer.trim());
  const missing = items.findIndex((_, place) => (answers[place] ?? '') === '');
  const wrong = missing >= 0 ? missing : answers.findIndex((answer, place) => place >= items.length || answer.length > 1000);
  if (wrong < 0) return answers;
  throw invalidInput(`answers.${wrong}`, given[wrong] ?? null, 'correction.answers', {
    zh: `请逐项答复全部 ${items.length} 项，每项 1 至 1000 字；第 ${wrong + 1} 项不符。`,
    en: `Answer each of the ${items.length} items in 1 to 1000 characters; number ${wrong + 1} is not.`,
  });
}
