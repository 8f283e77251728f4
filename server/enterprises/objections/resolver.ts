import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import { loaderOf } from '../../graphql/loader';
import type { Page } from '../../shared/list';
import { CreditRecordType, creditRecordShape } from '../records/types';
import { loadParties, PartyType } from '../types';
import { answerObjection } from './answerObjection';
import { disputedRecord, listObjections, objectionById } from './queries';
import { raiseObjection } from './raiseObjection';
import { AnswerObjectionInputType, ObjectionListInput, ObjectionPage, ObjectionType, objectionShape } from './types';
import { withdrawObjection } from './withdrawObjection';

@Resolver(() => ObjectionType)
export class ObjectionResolver {
  @Allow(['enterprise', 'operator', 'department'])
  @Query(() => ObjectionPage, { description: "Your firm's objections, or those to the records that you examine." })
  async objections(
    @Ctx() context: RequestContext,
    @Arg('list', () => ObjectionListInput, { defaultValue: {} }) list: ObjectionListInput,
  ): Promise<Page<ObjectionType>> {
    const { items, total } = await listObjections(signedIn(context), list);
    return { items: items.map(objection => objectionShape(objection, signedIn(context))), total };
  }

  @Allow(['enterprise', 'operator', 'department'])
  @Query(() => ObjectionType)
  async objection(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ObjectionType> {
    return objectionShape(await objectionById(signedIn(context), id), signedIn(context));
  }

  @Allow(['enterprise', 'operator', 'department'])
  @Query(() => CreditRecordType, {
    description: 'The record that an objection is about; the firm sees in its access log who looked.',
  })
  async disputedRecord(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Of the objection.' }) id: string,
  ): Promise<CreditRecordType> {
    return creditRecordShape(await disputedRecord(signedIn(context), await objectionById(signedIn(context), id)));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ObjectionType, { description: 'From now on the record is marked as disputed in every reading.' })
  async raiseObjection(
    @Ctx() context: RequestContext,
    @Arg('recordId', () => ID) recordId: string,
    @Arg('statement', () => String, { description: 'What is wrong and what would be right, in ten characters or more.' })
    statement: string,
  ): Promise<ObjectionType> {
    return objectionShape(await raiseObjection(signedIn(context), { recordId, statement }), signedIn(context));
  }

  @Allow(['operator', 'department'], working)
  @Mutation(() => ObjectionType)
  async answerObjection(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => AnswerObjectionInputType) input: AnswerObjectionInputType,
  ): Promise<ObjectionType> {
    return objectionShape(await answerObjection(signedIn(context), { id, version, input }), signedIn(context));
  }

  @Allow(['enterprise'], working)
  @Mutation(() => ObjectionType)
  async withdrawObjection(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ObjectionType> {
    return objectionShape(await withdrawObjection(signedIn(context), { id, version }), signedIn(context));
  }

  @FieldResolver(() => PartyType)
  enterprise(@Root() objection: ObjectionType, @Ctx() context: RequestContext): Promise<PartyType> {
    return loaderOf(context, loadParties).load(objection.enterpriseId);
  }

  @FieldResolver(() => PartyType, { nullable: true, description: 'Who answered.' })
  answeredBy(@Root() objection: ObjectionType, @Ctx() context: RequestContext): Promise<PartyType> | null {
    return objection.answeredBy === null ? null : loaderOf(context, loadParties).load(objection.answeredBy);
  }
}
