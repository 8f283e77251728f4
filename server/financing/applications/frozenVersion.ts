import type { Tx } from '../../database/database';
import { rowById } from '../../database/rows';
import { type ProductVersion, productVersions } from '../../products/tables';
import type { Application } from './tables';

/** The version of the product that an application is about: frozen when it was submitted. */
export async function frozenVersion(tx: Tx, { productVersionId }: Application): Promise<ProductVersion> {
  const version = await rowById(tx, productVersions, productVersionId);
  if (!version) throw new Error(`an application without its product version ${productVersionId}`);
  return version;
}
