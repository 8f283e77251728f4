import { expect, it } from 'vitest';
import { dataClasses, selfDeclaredClass } from '../../server/enterprises/dataClasses';
import { sourceText } from './useSourceName';

const departments = dataClasses.map(({ department }) => department);

it('names every department of the catalogue in both languages, and the firm itself', () => {
  for (const department of [...departments, selfDeclaredClass.department])
    expect(sourceText(department.zh, departments)).toEqual(department);
});

it('leaves a source that is no department as it is written', () => {
  expect(sourceText('发票.csv', departments)).toEqual({ zh: '发票.csv', en: '发票.csv' });
});
