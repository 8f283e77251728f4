import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from '../context';
import { choiceOf } from '../graphql/choice';
import { ListInput, pageOf } from '../graphql/list';
import { CalendarDateScalar, InstantScalar, Money } from '../graphql/scalars';
import { TextType } from '../graphql/text';
import type { OrganisationStatus, StoredUsccVerdict } from '../identity/tables';
import type { CalendarDate, Instant } from '../shared/dates';
import { industryName } from '../shared/industries';
import { regionName } from '../shared/regions';
import type { Text } from '../shared/text';
import { type EnterpriseFilter, type Party, partiesByIds, type RegisteredEnterprise } from './queries';
import { type EntityType, entityTypes } from './tables';

export const EntityTypeWord = choiceOf('EntityType', entityTypes, '企业、个体工商户、农民专业合作社');

@ObjectType('Enterprise', { description: 'A firm as its registration describes it.' })
export class EnterpriseType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  shortName!: string | null;

  @Field(() => String, { nullable: true, description: 'Unified social credit code, GB 32100.' })
  uscc!: string | null;

  @Field(() => String, { nullable: true, description: 'valid, or checkDigitMismatch until the registry confirms it.' })
  usccVerdict!: StoredUsccVerdict | null;

  @Field(() => String, { nullable: true, description: 'The number another register gave the firm.' })
  code!: string | null;

  @Field(() => EntityTypeWord)
  entityType!: EntityType;

  @Field(() => String, { nullable: true, description: 'GB/T 2260.' })
  regionCode!: string | null;

  @Field(() => TextType, { nullable: true })
  region!: Text | null;

  @Field(() => String, { nullable: true, description: 'GB/T 4754-2017.' })
  industryCode!: string | null;

  @Field(() => TextType, { nullable: true })
  industry!: Text | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  foundedOn!: CalendarDate | null;

  @Field(() => String, { nullable: true })
  legalRepresentative!: string | null;

  @Field(() => Money, { nullable: true })
  registeredCapitalFen!: number | null;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => String, {
    description: "State of the firm's organisation on the platform: pending, active, rejected or suspended.",
  })
  status!: OrganisationStatus;

  @Field(() => String, { description: 'Who brought the data of the registration.' })
  source!: string;

  @Field(() => InstantScalar)
  createdAt!: Instant;
}

export const enterpriseShape = ({ organisation, enterprise }: RegisteredEnterprise): EnterpriseType => ({
  id: organisation.id,
  version: enterprise.version,
  name: organisation.name,
  shortName: organisation.shortName,
  uscc: organisation.uscc,
  usccVerdict: organisation.usccVerdict,
  code: enterprise.code,
  entityType: enterprise.entityType,
  regionCode: organisation.regionCode,
  region: organisation.regionCode === null ? null : regionName(organisation.regionCode),
  industryCode: enterprise.industryCode,
  industry: enterprise.industryCode === null ? null : industryName(enterprise.industryCode),
  foundedOn: enterprise.foundedOn,
  legalRepresentative: enterprise.legalRepresentative,
  registeredCapitalFen: enterprise.registeredCapitalFen,
  address: enterprise.address,
  status: organisation.status,
  source: enterprise.source,
  createdAt: enterprise.createdAt,
});

@InputType('EnterpriseFilter')
export class EnterpriseFilterInput implements EnterpriseFilter {
  @Field(() => String, { nullable: true, description: 'pending, active, rejected or suspended.' })
  status?: OrganisationStatus | null;

  @Field(() => String, { nullable: true, description: 'A division (GB/T 2260); firms below it are found too.' })
  regionCode?: string | null;

  @Field(() => EntityTypeWord, { nullable: true })
  entityType?: EntityType | null;
}

@InputType()
export class EnterpriseListInput extends ListInput {
  @Field(() => EnterpriseFilterInput, { nullable: true })
  filter?: EnterpriseFilterInput | null;
}

export const EnterprisePage = pageOf(EnterpriseType, 'Enterprise');

@ObjectType('Party', { description: 'An organisation as other records name it.' })
export class PartyType implements Party {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  kind!: Party['kind'];
}

/** Loads organisations for fields of many records in one statement. */
export async function loadParties({ db }: RequestContext, ids: readonly string[]): Promise<(Party | Error)[]> {
  const byId = new Map((await partiesByIds(db.read, ids)).map(party => [party.id, party]));
  return ids.map(id => byId.get(id) ?? new Error(`no organisation ${id}`));
}
