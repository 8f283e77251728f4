import type { RequestContext } from '../context';
import { versionsByIds } from './queries';

/** Whole versions, asked together by whatever part of a request needs them. */
export const loadVersions = (context: RequestContext, ids: readonly string[]) => versionsByIds(context.db.read, ids);
