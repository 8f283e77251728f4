import { basename } from 'node:path';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Allow, signedIn, working } from '../graphql/guard';
import type { OrganisationKind } from '../shared/actor';
import type { Page } from '../shared/list';
import { applyImport } from './applyImport';
import { discardImport } from './discardImport';
import { importBatchOf, listImportBatches, problemsOf } from './queries';
import { startImport, type Underway } from './startImport';
import type { ImportKindCode } from './tables';
import { type ImportOffer, importOffers, importTemplate } from './template';
import {
  batchShape,
  ImportBatchListInput,
  ImportBatchPage,
  ImportBatchType,
  ImportKindWord,
  ImportOfferType,
  ImportProblemListInput,
  ImportProblemPage,
  type ImportProblemType,
  ImportTemplateType,
  StartImportArgs,
  templateShape,
} from './types';
import { dropUpload, uploadPath } from './uploads';

const importers: readonly OrganisationKind[] = ['operator', 'department', 'bank'];

@Resolver()
export class ImportResolver {
  @Allow(importers)
  @Query(() => [ImportOfferType], { description: 'What your organisation may import.' })
  importOffers(@Ctx() context: RequestContext): Promise<ImportOffer[]> {
    return importOffers(signedIn(context));
  }

  @Allow(importers)
  @Query(() => ImportTemplateType, { description: 'The columns that a kind of file may have.' })
  importTemplate(
    @Arg('kind', () => ImportKindWord) kind: ImportKindCode,
    @Arg('dataClass', () => String, { nullable: true }) dataClass: string | null,
  ): ImportTemplateType {
    return templateShape(importTemplate(kind, dataClass ?? null));
  }

  @Allow(importers)
  @Query(() => ImportBatchPage, { description: 'The imports of your organisation; to the operator all of them.' })
  async importBatches(
    @Ctx() context: RequestContext,
    @Arg('list', () => ImportBatchListInput, { defaultValue: {} }) list: ImportBatchListInput,
  ): Promise<Page<ImportBatchType>> {
    const { actor } = signedIn(context);
    const { items, total } = await listImportBatches(context.db.read, actor, list);
    return { items: items.map(batch => batchShape(actor, batch)), total };
  }

  @Allow(importers)
  @Query(() => ImportBatchType, { description: 'One import; ask again to follow its progress.' })
  async importBatch(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ImportBatchType> {
    const { actor } = signedIn(context);
    return batchShape(actor, await importBatchOf(context.db.read, actor, id));
  }

  @Allow(importers)
  @Query(() => ImportProblemPage, { description: 'What is wrong with the file of an import, row by row.' })
  async importProblems(
    @Ctx() context: RequestContext,
    @Arg('batchId', () => ID) batchId: string,
    @Arg('list', () => ImportProblemListInput, { defaultValue: {} }) list: ImportProblemListInput,
  ): Promise<Page<ImportProblemType>> {
    const batch = await importBatchOf(context.db.read, signedIn(context).actor, batchId);
    return problemsOf(context.db.read, batch.id, list);
  }

  @Allow(importers, working)
  @Mutation(() => ImportBatchType, { description: 'Begins to check an uploaded file; nothing is imported before applyImport.' })
  async startImport(
    @Ctx() context: RequestContext,
    @Args(() => StartImportArgs) args: StartImportArgs,
  ): Promise<ImportBatchType> {
    const { actor } = signedIn(context);
    const path = uploadPath(actor, args.uploadId);
    const { batch, done } = await startImport(signedIn(context), { ...args, path, fileName: basename(path) });
    // What the file holds is staged by then, or its problems are listed: it is not read again.
    return underway(context, { batch, done: done.finally(() => dropUpload(actor, args.uploadId)) });
  }

  @Allow(importers, working)
  @Mutation(() => ImportBatchType, { description: 'Begins to import a checked file: all of it or nothing.' })
  async applyImport(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ImportBatchType> {
    return underway(context, await applyImport(signedIn(context), id));
  }

  @Allow(importers, working)
  @Mutation(() => ImportBatchType, { description: 'Gives up a checked file.' })
  async discardImport(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ImportBatchType> {
    return batchShape(signedIn(context).actor, await discardImport(signedIn(context), id));
  }
}

/** Answers at once: the work goes on, and the batch says how far it has come. */
function underway(context: RequestContext, { batch, done }: Underway): ImportBatchType {
  done.catch(error => context.log.error({ err: error, batchId: batch.id }, 'the end of an import could not be written'));
  return batchShape(signedIn(context).actor, batch);
}
