import { describe, expect, test } from 'vitest';
import type { Me } from '../authProvider';
import { filtersOn, shelfShown, shelvesOf } from './shelves';

const me = (kind: Me['organisation']['kind']): Me => ({
  id: 'u',
  username: 'u',
  name: 'U',
  role: 'officer',
  status: 'active',
  organisation: { id: 'o', name: 'O', kind, status: 'active', statusReason: null },
});
const bank = shelvesOf(me('bank'));

describe('the shelves of the catalogue', () => {
  test('a firm sees loans first, an insurer insurance', () =>
    expect(
      ['enterprise', 'insurer'].map(kind => shelvesOf(me(kind as Me['organisation']['kind'])).map(({ word }) => word)),
    ).toEqual([
      ['loans', 'insurance'],
      ['insurance', 'loans'],
    ]));

  test.each([
    [{ institutionId: 'o' }, 'own'],
    [{ institutionId: 'o', state: 'published' }, 'published'],
    [{ state: 'published' }, 'everyones'],
    [{ revision: 'draft' }, 'draft'],
    [{ revision: 'draft', amountFen: 100 }, 'draft'],
    [{}, undefined],
    [{ institutionId: 'another' }, undefined],
  ])('the filter %o shows %s', (filters, word) => expect(shelfShown(bank, filters)?.word).toBe(word));

  test.each(bank.map(shelf => [shelf.word, shelf] as const))('moving to %s keeps what else is filtered', (word, shelf) => {
    const moved = filtersOn(shelf, { institutionId: 'x', state: 'draft', revision: 'none', amountFen: 100 });
    expect(moved.amountFen).toBe(100);
    expect(shelfShown(bank, moved)?.word).toBe(word);
  });
});
