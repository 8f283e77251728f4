import { choiceOf } from '../graphql/choice';
import { organisationKinds, roles } from '../shared/actor';
import { organisationStatuses, storedUsccVerdicts, userStatuses } from './tables';

/** The GraphQL enums of identity, of the same words as its tables. */
export const OrganisationKindWord = choiceOf('OrganisationKind', organisationKinds);
export const OrganisationStatusWord = choiceOf('OrganisationStatus', organisationStatuses);
export const RoleWord = choiceOf(
  'Role',
  roles,
  'administrator: also manages the users of its organisation; officer: does the work; auditor: reads only.',
);
export const UserStatusWord = choiceOf('UserStatus', userStatuses);
export const StoredUsccVerdictWord = choiceOf('StoredUsccVerdict', storedUsccVerdicts);
