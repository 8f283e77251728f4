export const organisationKinds = ['bank', 'enterprise', 'guarantor', 'insurer', 'department', 'regulator', 'operator'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** administrator: also manages its organisation's users; officer: does the work; auditor: reads only. */
export const roles = ['administrator', 'officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who is acting: a signed-in user of one organisation. */
export type Actor = {
  readonly userId: string;
  readonly username: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly role: Role;
  /** Nobody has confirmed yet that the user may act for the organisation: only operations that say so are open. */
  readonly isUnconfirmed?: boolean;
};

export const systemOrganisationId = 'system';

/** The platform itself at work: seeds, commands run by an administrator at the machine, timers. */
export const systemActor = (name: string): Actor => ({
  userId: `system:${name}`,
  username: name,
  organisationId: systemOrganisationId,
  organisationKind: 'operator',
  role: 'administrator',
});
