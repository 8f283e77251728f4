import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../shared/actor';
import type { Organisation, OrganisationStatus } from '../tables';
import { organisationVerbs } from './access';

const operator = (role: Role = 'officer'): Actor => ({
  userId: 'u',
  username: 'u',
  organisationId: 'operator',
  organisationKind: 'operator',
  role,
});
const organisation = (status: OrganisationStatus, id = 'firm'): Organisation => ({
  id,
  kind: 'enterprise',
  name: '机械厂',
  shortName: null,
  uscc: null,
  usccVerdict: null,
  regionCode: null,
  status,
  statusReason: null,
  createdAt: new Date(0),
  version: 1,
});

describe('organisationVerbs', () => {
  it.each([
    ['pending', false, ['confirmOrganisation', 'rejectOrganisation']],
    ['active', false, ['suspendOrganisation']],
    ['active', true, ['confirmOrganisation', 'rejectOrganisation', 'suspendOrganisation']],
    ['suspended', false, ['restoreOrganisation']],
    ['suspended', true, ['restoreOrganisation']],
    ['rejected', false, []],
  ] as const)('%s, claimed %s: the operator may %j', (status, isClaimed, expected) => {
    expect(organisationVerbs(operator(), organisation(status), isClaimed)).toEqual(expected);
  });

  it("the operator's own organisation cannot be suspended", () => {
    expect(organisationVerbs(operator(), organisation('active', 'operator'), false)).toEqual([]);
  });

  it.each([
    ["the operator's auditor", operator('auditor')],
    ["a bank's administrator", { ...operator('administrator'), organisationKind: 'bank' as const }],
  ])('%s may nothing', (_, actor) => {
    expect(organisationVerbs(actor, organisation('pending'), true)).toEqual([]);
  });
});
