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

/**
 * The GraphQL documents of a file: template strings under the tag `graphql`, which takes nothing to fill in. A fragment
 * that several share is a constant of the file and added to each by `+`.
 */
function documentsOf({ path, text }: Source): Document[] {
  const found: Document[] = [];
  const fragments = new Map<string, string>();
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'graphql') {
      const written = ts.isNoSubstitutionTemplateLiteral(node.template) ? node.template.text : 'a document with holes';
      const { parent } = node;
      if (ts.isVariableDeclaration(parent) && written.trimStart().startsWith('fragment ')) {
        fragments.set(parent.name.getText(), written);
        return;
      }
      const added = ts.isBinaryExpression(parent) ? (fragments.get(parent.right.getText()) ?? 'an unknown fragment') : '';
      found.push({ place: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text: written + added });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const schema = buildSchema(readFileSync(join(projectRoot, 'schema.graphql'), 'utf8'));
const documents = sourcesIn('admin').flatMap(documentsOf);

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
