import type { DataClass, Text } from '../../generated/schema';

/** Empty: every class. */
export type Access = '' | 'open' | 'consent';
export type Grouping = 'category' | 'department';

export type Group = { readonly name: Text | null; readonly classes: readonly DataClass[] };

/** Whether a class is among those that are looked for: by its name, code, department or a field, in either language. */
export function isFound(dataClass: DataClass, { words, access }: { words: string; access: Access }): boolean {
  if (access === 'open' && dataClass.needsConsent) return false;
  if (access === 'consent' && !dataClass.needsConsent) return false;
  const wanted = words.trim().toLowerCase();
  const texts = [dataClass.name, dataClass.department, ...dataClass.fields.map(field => field.label)];
  return [dataClass.code, ...texts.flatMap(({ zh, en }) => [zh, en])].some(each => each.toLowerCase().includes(wanted));
}

/** Whether banks give the records, not departments: beside the 32 classes of government data. */
export const isOfBanks = ({ code }: Pick<DataClass, 'code'>): boolean => code === 'CASH_FLOW';

/** The classes by category or department, groups and classes in the order of the catalogue. */
export function groupsOf(classes: readonly DataClass[], grouping: Grouping): Group[] {
  const groups = new Map<string, { name: Text | null; classes: DataClass[] }>();
  for (const dataClass of classes) {
    const name = dataClass[grouping];
    const group = groups.get(name?.zh ?? '') ?? { name, classes: [] };
    group.classes.push(dataClass);
    groups.set(name?.zh ?? '', group);
  }
  return [...groups.values()];
}
