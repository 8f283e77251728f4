import type { Actor } from '../../shared/actor';
import type { CalendarDate } from '../../shared/dates';
import type { WhiteList, WhiteListEntry } from './tables';

/** A list is its department's; the banks that it was pushed to see it until its last day. */
export const canSeeList = (actor: Actor, list: WhiteList, institutionIds: readonly string[], today: CalendarDate): boolean =>
  actor.organisationId === list.departmentId || (today <= list.validUntil && institutionIds.includes(actor.organisationId));

/** What a firm may do about being on a list: take itself off, once. */
export const verbsOnEntry = (actor: Actor, entry: Pick<WhiteListEntry, 'enterpriseId' | 'leftAt'>): 'leaveWhiteList'[] =>
  actor.organisationId === entry.enterpriseId && actor.role !== 'auditor' && entry.leftAt === null ? ['leaveWhiteList'] : [];

/** What a bank may do with a firm on a list that it sees: note that it was in touch. */
export const verbsOfBank = (actor: Actor, entry: Pick<WhiteListEntry, 'leftAt'>): 'recordContact'[] =>
  actor.organisationKind === 'bank' && actor.role !== 'auditor' && entry.leftAt === null ? ['recordContact'] : [];
