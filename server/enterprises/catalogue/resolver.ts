import { Query, Resolver } from 'type-graphql';
import { AllowAnyone } from '../../graphql/guard';
import { dataClasses } from '../dataClasses';
import { DataClassType, dataClassShape } from './types';

const catalogue = dataClasses.map(dataClassShape);

@Resolver()
export class CatalogueResolver {
  @AllowAnyone()
  @Query(() => [DataClassType], {
    description: 'The 32 classes of shared government data, and the cash-flow record as the 33rd.',
  })
  dataClasses(): DataClassType[] {
    return catalogue;
  }
}
