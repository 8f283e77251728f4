import DataLoader from 'dataloader';
import type { RequestContext } from '../context';

/**
 * The loader of this request that `define` describes, made on first use: fields of many records ask one question
 * together. `define` itself is the key, so declare it once at module level.
 */
export function loaderOf<Key, Value>(
  context: RequestContext,
  define: (context: RequestContext, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): DataLoader<Key, Value> {
  const made = context.loaders.get(define) as DataLoader<Key, Value> | undefined;
  if (made) return made;
  const loader = new DataLoader<Key, Value>(keys => define(context, keys));
  context.loaders.set(define, loader);
  return loader;
}
