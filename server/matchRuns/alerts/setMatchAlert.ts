import { z } from 'zod';
import type { ActorContext } from '../../context';
import { productLabels } from '../../products/vocabulary';
import { parseInput } from '../../shared/input';
import { putWish } from './putWish';
import type { MatchAlertWish } from './queries';

const shape = z.object({
  label: z.enum(Object.keys(productLabels) as (keyof typeof productLabels)[]).nullish(),
  amountFenMin: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullish(),
});

export type MatchAlertInput = z.input<typeof shape>;

/** Lets the actor's own firm be told what each run finds for it, of all products or of some; said again, it replaces what was said. */
export const setMatchAlert = (context: ActorContext, input: MatchAlertInput): Promise<MatchAlertWish> => {
  const { label = null, amountFenMin = null } = parseInput(shape, input);
  return putWish(context, 'setMatchAlert', { isOn: true, label, amountFenMin });
};
