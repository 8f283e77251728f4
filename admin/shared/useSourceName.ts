import { dataClassNamesDocument } from './operations';
import { useAsk } from './useAsk';
import { useText } from './useLocale';

type Text = { readonly zh: string; readonly en: string };

/** Whose word a firm's own statement is: no department of the catalogue. */
const firmItself: Text = { zh: '企业自行填报', en: 'The firm itself' };

/** The department that a record names as its source, in both languages; any other source, such as a file, as it is written. */
export const sourceText = (source: string, departments: readonly Text[]): Text =>
  [...departments, firmItself].find(({ zh }) => zh === source) ?? { zh: source, en: source };

/** A function that names the source of a record or fact in the reader's language; nothing becomes nothing. */
export function useSourceName(): (source: string | null | undefined) => string {
  const text = useText();
  const catalogue =
    useAsk<{ dataClasses: readonly { department: Text }[] }>(dataClassNamesDocument, {}, { isFixed: true }).data?.dataClasses ??
    [];
  const departments = catalogue.map(({ department }) => department);
  return source => (source ? text(sourceText(source, departments)) : '');
}
