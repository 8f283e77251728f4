import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, AllowAnyone, signedIn, working } from '../../graphql/guard';
import { RecordValueScalar } from '../../graphql/scalars';
import { DataClassType, dataClassShape } from '../catalogue/types';
import { selfDeclaredClass } from '../dataClasses';
import type { RecordValue } from '../records/tables';
import { CreditRecordType, creditRecordShape } from '../records/types';
import { declareFacts } from './declareFacts';

const statement = dataClassShape(selfDeclaredClass);

@Resolver()
export class DeclarationResolver {
  @AllowAnyone()
  @Query(() => DataClassType, { description: 'What a firm may state of itself: what no department holds.' })
  selfDeclaredClass(): DataClassType {
    return statement;
  }

  @Allow(['enterprise'], working)
  @Mutation(() => CreditRecordType, {
    description: 'States facts of your firm, all at once: what is left out is no longer stated.',
  })
  async declareFacts(
    @Ctx() context: RequestContext,
    @Arg('value', () => RecordValueScalar) value: RecordValue,
  ): Promise<CreditRecordType> {
    return creditRecordShape(await declareFacts(signedIn(context), value));
  }
}
