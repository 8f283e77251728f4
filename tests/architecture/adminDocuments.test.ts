import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { measure } from '../../server/api/cost';
import { limits } from '../../server/api/limits';
import { projectRoot } from '../../server/database/root';
import { type Source, sourcesIn } from './sources';

type Document = { readonly place: string; readonly text: string };

/** A template string under the tag `graphql`, which takes nothing to fill in. */
const isTagged = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'graphql';

const textOf = ({ template }: ts.TaggedTemplateExpression): string =>
  ts.isNoSubstitutionTemplateLiteral(template) ? template.text : 'a document with holes';

const parsed = ({ path, text }: Source): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

function taggedIn(file: ts.SourceFile): ts.TaggedTemplateExpression[] {
  const found: ts.TaggedTemplateExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (isTagged(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The constant that holds a fragment; null for a document. */
const fragmentName = (node: ts.TaggedTemplateExpression): string | null =>
  ts.isVariableDeclaration(node.parent) && textOf(node).trimStart().startsWith('fragment ') ? node.parent.name.getText() : null;

/** The constants that are added to a document by `+`, the first first. */
const addedTo = ({ parent }: ts.Node): string[] =>
  ts.isBinaryExpression(parent) ? [parent.right.getText(), ...addedTo(parent)] : [];

// Most files have none; the tag is quicker found than a file is parsed.
const sources = sourcesIn('admin')
  .filter(({ text }) => /\bgraphql\s*`/.test(text))
  .map(parsed);

/** A fragment that several documents share is a constant whose name no other fragment has; its file may export it. */
const fragments = new Map<string, string>();
for (const node of sources.flatMap(taggedIn)) {
  const name = fragmentName(node);
  if (name === null) continue;
  if (fragments.has(name)) throw new Error(`two fragments are called ${name}`);
  fragments.set(name, textOf(node));
}

const documentsOf = (file: ts.SourceFile): Document[] =>
  taggedIn(file)
    .filter(node => fragmentName(node) === null)
    .map(node => ({
      place: `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
      text:
        textOf(node) +
        addedTo(node)
          .map(name => fragments.get(name) ?? 'an unknown fragment')
          .join(''),
    }));

const schema = buildSchema(readFileSync(join(projectRoot, 'schema.graphql'), 'utf8'));
const documents = sources.flatMap(documentsOf);

describe('the GraphQL documents of the admin', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThan(20);
  });

  it.each(documents)('$place fits schema.graphql and the limits of the API', ({ text }) => {
    const document = parse(text);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    expect(measure(schema, document, null).values).toBeLessThanOrEqual(limits.valuesMax);
  });
});
