import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { AuditResolver } from '../audit/resolver';
import { CalendarResolver } from '../calendar/resolver';
import { AccessEventResolver, AccessLogResolver, MassReadResolver } from '../enterprises/accessLog/resolver';
import { CatalogueResolver } from '../enterprises/catalogue/resolver';
import { ConsentRequestResolver } from '../enterprises/consentRequests/resolver';
import { ConsentResolver } from '../enterprises/consents/resolver';
import { CreditFileResolver } from '../enterprises/creditFile/resolver';
import { DeclarationResolver } from '../enterprises/declaration/resolver';
import { InvoiceResolver } from '../enterprises/invoices/resolver';
import { ObjectionResolver } from '../enterprises/objections/resolver';
import { RegistrationResolver } from '../enterprises/registration/resolver';
import { EnterpriseResolver } from '../enterprises/resolver';
import { applicantsOf } from '../financing/applications/applicantsOf';
import { ApplicationResolver } from '../financing/applications/resolver';
import { CollateralResolver, GuaranteeCollateralResolver } from '../financing/collateral/resolver';
import { ComparisonResolver } from '../financing/comparisons/resolver';
import { CompensationResolver } from '../financing/compensations/resolver';
import { ContractResolver } from '../financing/contracts/resolver';
import { CorrectionResolver } from '../financing/corrections/resolver';
import { CounterOfferResolver } from '../financing/counterOffers/resolver';
import { DealResolver } from '../financing/deals/resolver';
import { DemandResolver } from '../financing/demands/resolver';
import { EscalationCountResolver, EscalationResolver } from '../financing/escalations/resolver';
import { ApplicationGuaranteeResolver, GuaranteeResolver } from '../financing/guarantees/resolver';
import { IndicationResolver } from '../financing/indications/resolver';
import { LineResolver } from '../financing/lines/resolver';
import { DispatchDemandResolver, InvitationResolver, MarketResolver } from '../financing/market/resolver';
import { MatchPageResolver, MatchResolver } from '../financing/matches/resolver';
import { OfferResolver } from '../financing/offers/resolver';
import { PoolResolver, SchemeResolver } from '../financing/riskSharing/resolver';
import { SigningLimitResolver } from '../financing/signingLimits/resolver';
import { ApplicationReviewResolver, VerdictReviewResolver } from '../financing/verdictReviews/resolver';
import { EarlyWarningResolver } from '../financing/warnings/resolver';
import { WhiteListContactResolver, WhiteListEntryResolver, WhiteListResolver } from '../financing/whiteLists/resolver';
import { ClassificationResolver } from '../identity/classifications/resolver';
import { OrganisationResolver } from '../identity/organisations/resolver';
import { SessionResolver } from '../identity/sessions/resolver';
import { UserResolver } from '../identity/users/resolver';
import { ImportResolver } from '../imports/resolver';
import { LiveResolver } from '../live/resolver';
import { RuleReachResolver } from '../matchmaking/reach/resolver';
import { MatchAlertResolver } from '../matchRuns/alerts/resolver';
import { MatchRunResolver } from '../matchRuns/resolver';
import { DeliveryResolver } from '../messages/deliveries/resolver';
import { EmailSubscriptionResolver } from '../messages/email/resolver';
import { MessageResolver } from '../messages/resolver';
import { WebhookResolver } from '../messages/webhooks/resolver';
import { InsuranceResolver } from '../oversight/insurance/resolver';
import { InstitutionReportResolver } from '../oversight/reports/resolver';
import { OversightResolver } from '../oversight/resolver';
import { SupportPolicyResolver } from '../policies/resolver';
import { LprResolver } from '../products/lpr/resolver';
import { ProductResolver } from '../products/resolver';
import { RuleResolver } from '../products/rules/resolver';
import { knowApplicants } from '../products/tellOfProduct';
import { ProductVersionResolver } from '../products/versionResolver';
import { ScheduledWorkResolver } from '../scheduledWork/resolver';

/**
 * The GraphQL schema of the platform from every module's resolver, made once in a process. Commands check their own
 * input, type-graphql none.
 */
export function createSchema(): Promise<GraphQLSchema> {
  created ??= newSchema();
  return created;
}

let created: Promise<GraphQLSchema> | undefined;

function newSchema(): Promise<GraphQLSchema> {
  readPlainFieldsPlainly();
  knowApplicants(applicantsOf);
  return buildSchema({
    resolvers: [
      AccessEventResolver,
      AccessLogResolver,
      ApplicationGuaranteeResolver,
      ApplicationResolver,
      ApplicationReviewResolver,
      AuditResolver,
      CatalogueResolver,
      CollateralResolver,
      CompensationResolver,
      GuaranteeCollateralResolver,
      GuaranteeResolver,
      PoolResolver,
      SchemeResolver,
      ClassificationResolver,
      ConsentRequestResolver,
      ConsentResolver,
      CreditFileResolver,
      DeclarationResolver,
      DealResolver,
      LineResolver,
      DeliveryResolver,
      DemandResolver,
      DispatchDemandResolver,
      EarlyWarningResolver,
      EscalationCountResolver,
      EscalationResolver,
      SigningLimitResolver,
      EmailSubscriptionResolver,
      EnterpriseResolver,
      ImportResolver,
      InstitutionReportResolver,
      InsuranceResolver,
      InvitationResolver,
      InvoiceResolver,
      LprResolver,
      MarketResolver,
      MassReadResolver,
      MatchAlertResolver,
      MatchResolver,
      MatchPageResolver,
      MatchRunResolver,
      LiveResolver,
      MessageResolver,
      ObjectionResolver,
      CalendarResolver,
      ContractResolver,
      ScheduledWorkResolver,
      CorrectionResolver,
      ComparisonResolver,
      CounterOfferResolver,
      IndicationResolver,
      OfferResolver,
      OrganisationResolver,
      OversightResolver,
      ProductResolver,
      ProductVersionResolver,
      RegistrationResolver,
      RuleReachResolver,
      RuleResolver,
      SessionResolver,
      SupportPolicyResolver,
      UserResolver,
      VerdictReviewResolver,
      WebhookResolver,
      WhiteListContactResolver,
      WhiteListEntryResolver,
      WhiteListResolver,
    ],
    // Every subscription brings its own source.
    pubSub: { publish: () => undefined, subscribe: () => neverTold() },
    validate: false,
    // Apollo looks through the schema anyway; asking it for all that it has would take as long as making it.
    skipCheck: true,
  });
}

function neverTold(): never {
  throw new Error('a subscription without a source of its own');
}

/**
 * Lets fields without a resolver be read as they are: type-graphql would call a function with its middlewares for
 * each, forty cells a product. A type with a middleware on one of its own fields keeps that way.
 */
function readPlainFieldsPlainly(): void {
  const { objectTypes, middlewares } = getMetadataStorage();
  for (const type of objectTypes) if (!middlewares.some(({ target }) => target === type.target)) type.simpleResolvers = true;
}
