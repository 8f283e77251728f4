import type { Organisation } from '../../identity/tables';
import type { Actor } from '../../shared/actor';
import { dataClasses, dataClassOf, type RecordClassCode } from '../dataClasses';
import type { DataObjection } from './tables';

type Named = Pick<Organisation, 'kind' | 'name' | 'shortName' | 'regionCode'>;

/**
 * Whether this organisation provides the class and so examines objections to it: the catalogue names departments without
 * their city, several of them where a class has several.
 */
const isProviderOf = (organisation: Named, code: RecordClassCode): boolean =>
  organisation.kind === 'department' &&
  dataClassOf(code)
    .department.zh.replace(/（.*?）/gu, '')
    .split('、')
    .some(name => [organisation.name, organisation.shortName].some(own => own?.endsWith(name)));

/** The classes that an organisation examines objections to: the operator's are all, a department's those it provides. */
export const examinedBy = (organisation: Named): readonly RecordClassCode[] =>
  dataClasses.map(({ code }) => code).filter(code => organisation.kind === 'operator' || isProviderOf(organisation, code));

/** How the region codes of the firms begin that an organisation examines objections of: a department's lie in its own region. */
export const examinedRegion = ({ kind, regionCode }: Named): string =>
  kind === 'department' ? (regionCode ?? '').replace(/(00)+$/, '') : '';

/** An objection is known to its firm, to the operator, and to the department whose record it is about. */
export const canSeeObjection = (
  organisation: Named & Pick<Organisation, 'id'>,
  { dataClass }: Pick<DataObjection, 'dataClass'>,
  firm: Pick<Organisation, 'id' | 'regionCode'>,
): boolean =>
  organisation.id === firm.id ||
  (examinedBy(organisation).includes(dataClass) && (firm.regionCode ?? '').startsWith(examinedRegion(organisation)));

export type ObjectionAction = 'answerObjection' | 'withdrawObjection';

/** What this actor, who may see the objection, may do with it now. */
export function verbsOnObjection(actor: Actor, { enterpriseId, state }: DataObjection): ObjectionAction[] {
  if (state !== 'open' || actor.role === 'auditor') return [];
  return actor.organisationId === enterpriseId ? ['withdrawObjection'] : ['answerObjection'];
}
