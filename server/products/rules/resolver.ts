import { Arg, Query, Resolver } from 'type-graphql';
import { AllowAnyone, AllowSignedIn } from '../../graphql/guard';
import { productVocabulary } from '../vocabulary';
import { AttributeType, attributeShapes, ProductVocabularyType } from './attributeTypes';
import { checkOfRule, RuleCheckType } from './checkTypes';
import { RuleJson } from './ruleJson';

@Resolver()
export class RuleResolver {
  @AllowAnyone()
  @Query(() => [AttributeType], { description: 'Everything that a rule may ask, with what each attribute allows.' })
  attributes(): readonly AttributeType[] {
    return attributeShapes;
  }

  @AllowAnyone()
  @Query(() => ProductVocabularyType)
  productVocabulary(): ProductVocabularyType {
    return productVocabulary;
  }

  @AllowSignedIn()
  @Query(() => RuleCheckType, { description: 'Checks a rule while it is being written.' })
  checkRule(@Arg('rule', () => RuleJson) rule: object): RuleCheckType {
    return checkOfRule(rule);
  }
}
