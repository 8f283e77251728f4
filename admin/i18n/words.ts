/**
 * The words of one module in both languages: English must have exactly the keys that Chinese has, so a word that is
 * missing is a type error. Each module keeps its own in words.ts.
 */
export const words = <Tree extends object>(zh: Tree, en: Same<Tree>): { readonly zh: Tree; readonly en: Same<Tree> } => ({
  zh,
  en,
});

type Same<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Same<Tree[Key]> };
