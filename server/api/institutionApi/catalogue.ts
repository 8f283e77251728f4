import { type ApiGroup, apiGroups, type Catalogued } from './catalogued';
import { deciding } from './deciding';
import { following } from './following';
import { reading } from './reading';

const all = [...reading, ...deciding, ...following];

/** Every operation of the institutions' API, group by group. */
export const institutionApi: readonly Catalogued[] = (Object.keys(apiGroups) as ApiGroup[]).flatMap(group =>
  all.filter(each => each.group === group),
);
