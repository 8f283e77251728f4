import type { ActorContext } from '../../../server/context';
import type { Actor } from '../../../server/shared/actor';
import type { World } from '../world';
import type { Book } from './book';
import type { Cast } from './cast';
import type { Draw } from './draw';

/** All that a step has to do with. */
export type Stage = { readonly world: World; readonly cast: Cast; readonly draw: Draw; readonly book: Book };

/** A verb with good input, ready to be done by whoever. */
export type Verb = {
  readonly run: (context: ActorContext) => Promise<unknown>;
  /** The rule by which it is refused though it is shown, for what a third party has not given yet; null: it is taken. */
  readonly hindrance?: string | null;
};

/** One record with the verbs that everybody is shown with it, and how each is done. Null: nothing fit to be sent. */
export type Subject = {
  readonly label: string;
  /** Leaves out whoever would do it to a record of its own. */
  readonly concerns?: (actor: Actor) => boolean;
  readonly offeredTo: (actor: Actor) => readonly string[];
  readonly verbs: Readonly<Record<string, () => Promise<Verb | null> | Verb | null>>;
};

export const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

export const note = '由模型随机写下的说明，至少十个字';

/** A reason of a list, with words wherever they could be needed. */
export const reasonOf = (draw: Draw, codes: readonly string[]) => ({ reasonCode: draw.oneOf(codes), reasonText: note });
