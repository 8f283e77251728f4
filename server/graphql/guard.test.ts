import { describe, expect, it } from 'vitest';
import type { Actor } from '../shared/actor';
import { type Admission, admit, working } from './guard';

const officer: Actor = { userId: 'u', username: 'u', organisationId: 'o', organisationKind: 'bank', role: 'officer' };
const auditor: Actor = { ...officer, role: 'auditor' };
const unconfirmed: Actor = { ...officer, organisationKind: 'enterprise', role: 'administrator', isUnconfirmed: true };

const cases: [string, Admission, Actor | null, string][] = [
  ['anyone: nobody', { kinds: 'anyone' }, null, 'admitted'],
  ['anyone: somebody unconfirmed', { kinds: 'anyone' }, unconfirmed, 'admitted'],
  ['signed in: nobody', { kinds: 'signedIn' }, null, 'NOT_SIGNED_IN'],
  ['signed in: an officer', { kinds: 'signedIn' }, officer, 'admitted'],
  ['signed in: somebody unconfirmed', { kinds: 'signedIn' }, unconfirmed, 'unconfirmed'],
  ['signed in, also unconfirmed: somebody unconfirmed', { kinds: 'signedIn', alsoUnconfirmed: true }, unconfirmed, 'admitted'],
  ['firms: somebody unconfirmed of a firm', { kinds: ['enterprise'] }, unconfirmed, 'unconfirmed'],
  ['firms: a bank', { kinds: ['enterprise'] }, officer, 'organisationKind'],
  ['firms: nobody', { kinds: ['enterprise'] }, null, 'NOT_SIGNED_IN'],
  ['banks at work: an officer', { kinds: ['bank'], ...working }, officer, 'admitted'],
  ['banks at work: an auditor', { kinds: ['bank'], ...working }, auditor, 'role'],
];

describe('admit', () => {
  it.each(cases)('open to %s', (_, admission, actor, expected) => {
    const attempt = () => admit(admission, { actor });
    if (expected === 'admitted') expect(attempt).not.toThrow();
    else if (expected === 'NOT_SIGNED_IN') expect(attempt).toThrow(expect.objectContaining({ code: expected }));
    else expect(attempt).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED', details: { rule: expected } }));
  });
});
