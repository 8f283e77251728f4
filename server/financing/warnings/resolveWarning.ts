import { z } from 'zod';
import type { ActorContext } from '../../context';
import { parseInput } from '../../shared/input';
import { warningResultCodes } from './lifecycle';
import { moveWarning, type WarningChange } from './moveWarning';
import type { EarlyWarning } from './tables';

const shape = z.object({
  result: z.enum(warningResultCodes),
  note: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform(note => note || null),
});

export type ResolveWarningInput = WarningChange & z.input<typeof shape>;

/** The bank says by a code what it found and did. See `moveWarning` for what is refused, beside a code that is none. */
export async function resolveWarning(
  context: ActorContext,
  { id, version, ...given }: ResolveWarningInput,
): Promise<EarlyWarning> {
  return moveWarning(context, { id, version }, 'resolve', parseInput(shape, given));
}
