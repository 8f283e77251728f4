import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, AllowAnyone, signedIn, working } from '../graphql/guard';
import { loaderOf } from '../graphql/loader';
import type { Page } from '../shared/list';
import { createProduct } from './createProduct';
import { ProductInputType, ProductListInput, ProductTermsInputType } from './inputTypes';
import { loadVersions } from './loaders';
import { publishProduct } from './publishProduct';
import { listProducts, productAfter, productOf, versionsOfProduct } from './queries';
import { resumeProduct } from './resumeProduct';
import { returnProduct } from './returnProduct';
import { productShape } from './shapes';
import { submitProduct } from './submitProduct';
import { suspendProduct } from './suspendProduct';
import type { Product } from './tables';
import { ProductPage, ProductType } from './types';
import { updateProduct } from './updateProduct';
import { ProductVersionType } from './versionTypes';
import { withdrawProduct } from './withdrawProduct';

@Resolver(() => ProductType)
export class ProductResolver {
  @AllowAnyone()
  @Query(() => ProductPage, { description: 'Products in force; to their institution and the operator also the others.' })
  async products(
    @Ctx() context: RequestContext,
    @Arg('list', () => ProductListInput, { defaultValue: {} }) list: ProductListInput,
  ): Promise<Page<ProductType>> {
    const { items, total } = await listProducts(context.db.read, context.actor, list);
    return { items: items.map(view => productShape(context.actor, view)), total };
  }

  @AllowAnyone()
  @Query(() => ProductType)
  async product(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ProductType> {
    return productShape(context.actor, await productOf(context.db.read, context.actor, id));
  }

  @AllowAnyone()
  @Query(() => [ProductVersionType], { description: 'Every version that was ever in force, and your own draft; newest first.' })
  async productVersions(
    @Ctx() context: RequestContext,
    @Arg('productId', () => ID) productId: string,
  ): Promise<ProductVersionType[]> {
    return versionsOfProduct(context.db.read, context.actor, productId);
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Opens a product as a draft.' })
  async createProduct(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProductInputType) input: ProductInputType,
  ): Promise<ProductType> {
    return afterwards(context, await createProduct(signedIn(context), input));
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Replaces the terms of the draft; opens the next version of a published product.' })
  async updateProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ProductTermsInputType) input: ProductTermsInputType,
  ): Promise<ProductType> {
    return afterwards(context, await updateProduct(signedIn(context), { id, version, terms: input }));
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Hands the draft to the operator for review.' })
  async submitProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ProductType> {
    return afterwards(context, await submitProduct(signedIn(context), { id, version }));
  }

  @Allow(['operator'], working)
  @Mutation(() => ProductType, { description: 'Gives a draft in review back to its institution.' })
  async returnProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ProductType> {
    return afterwards(context, await returnProduct(signedIn(context), { id, version, reason }));
  }

  @Allow(['operator'], working)
  @Mutation(() => ProductType, { description: 'Puts the reviewed draft in force and freezes it.' })
  async publishProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ProductType> {
    return afterwards(context, await publishProduct(signedIn(context), { id, version }));
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Takes a published product off the shelf for a time.' })
  async suspendProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ProductType> {
    return afterwards(context, await suspendProduct(signedIn(context), { id, version, reason }));
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Puts a suspended product back on the shelf.' })
  async resumeProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ProductType> {
    return afterwards(context, await resumeProduct(signedIn(context), { id, version }));
  }

  @Allow(['bank', 'insurer', 'operator'], working)
  @Mutation(() => ProductType, { description: 'Ends a product for good.' })
  async withdrawProduct(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ProductType> {
    return afterwards(context, await withdrawProduct(signedIn(context), { id, version, reason }));
  }

  @FieldResolver(() => ProductVersionType, { nullable: true, description: 'The version being worked on, where you may see it.' })
  async draft(@Root() product: ProductType, @Ctx() context: RequestContext): Promise<ProductVersionType | null> {
    return product.draftVersionId === null ? null : loaderOf(context, loadVersions).load(product.draftVersionId);
  }
}

/** The product as it is after the actor's own command. */
const afterwards = async (context: RequestContext, { id }: Product): Promise<ProductType> =>
  productShape(context.actor, await productAfter(context.db.read, id));
