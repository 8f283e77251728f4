import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

const schemeTermsFragment = graphql`
  fragment SchemeTermsShown on SchemeTerms {
    id number firstLossPoolId firstLossRateBps firstLossCapFen stopLossFen compensationRateBpsMax lossRatioBpsMax overdueDays
    guaranteeFeeBps premiumBps amountFenMax labels note termsHash createdAt
    parties { place role organisationId name poolId shareBps }
    example { role name paidFen }
  }
`;

const schemeFragment = graphql`
  fragment SchemeShown on RiskSharingScheme {
    id version name state isStopped allowedVerbs
    owner { id name }
    terms { ...SchemeTermsShown }
  }
`;

const poolFragment = graphql`
  fragment PoolShown on CompensationPool {
    id version name balanceFen allowedVerbs
    holder { id name }
    entries { id number kind amountFen balanceFen bookedOn note }
  }
`;

const collateralFragment = graphql`
  fragment CollateralShown on ApplicationCollateral {
    valueFen loanToValueBps mayState
    items {
      id version kind name certificate statedFen state appraiser appraisedOn valueFen appraisalFeeFen registrationFeeFen
      registry registrationNumber registeredOn releasedOn isValueAgreed allowedVerbs
      usualRegistry { zh en }
    }
  }
`;

/** A guaranteed loan as a list shows it. */
const guaranteeLineFragment = graphql`
  fragment GuaranteeLine on Guarantee {
    id version state amountFen termMonths balanceFen requestedAt
    clock { dueOn leftDays isOverdue isCalendarKnown party limitDays releasedAfter }
    enterprise { id name }
    institution { id name }
    scheme { id name }
    decisions { organisationId name role liabilityFen state }
  }
`;

export const schemesDocument =
  graphql`
  query Schemes {
    schemes(list: { perPage: 100 }) { items { ...SchemeShown } }
  }
` +
  schemeFragment +
  schemeTermsFragment;

export const schemeDocument =
  graphql`
  query Scheme($id: ID!) {
    scheme(id: $id) {
      ...SchemeShown
      standing { lentFen overdueFen compensatedFen recoveredFen stops { stop unit limit used isReached } }
      versions { id number createdAt termsHash }
    }
  }
` +
  schemeFragment +
  schemeTermsFragment;

export const schemeFormDocument = graphql`
  query SchemeForm {
    schemeTemplates { code name { zh en } source { zh en } parties { role shareBps } }
    pools(list: { perPage: 100 }) { items { id name } }
    guarantor: organisations(list: { perPage: 100, filter: { kind: guarantor, status: active } }) { items { id name } }
    insurer: organisations(list: { perPage: 100, filter: { kind: insurer, status: active } }) { items { id name } }
    bank: organisations(list: { perPage: 100, filter: { kind: bank, status: active } }) { items { id name } }
    department: organisations(list: { perPage: 100, filter: { kind: department, status: active } }) { items { id name } }
    regulator: organisations(list: { perPage: 100, filter: { kind: regulator, status: active } }) { items { id name } }
  }
`;

export const poolsDocument =
  graphql`
  query Pools {
    pools(list: { perPage: 100 }) { items { ...PoolShown } }
  }
` + poolFragment;

export const holdersDocument = graphql`
  query PoolHolders {
    department: organisations(list: { perPage: 100, filter: { kind: department, status: active } }) { items { id name } }
    regulator: organisations(list: { perPage: 100, filter: { kind: regulator, status: active } }) { items { id name } }
  }
`;

export const guaranteesDocument =
  graphql`
  query Guarantees($list: GuaranteeListInput!) {
    guarantees(list: $list) { total items { ...GuaranteeLine } }
  }
` + guaranteeLineFragment;

export const capitalDocument = graphql`
  query MyCapital {
    myCapital { id asOf netAssetsFen outsideLiabilityFen isSmallAndFarm liabilityFen }
  }
`;

export const guaranteeDocument =
  graphql`
  query Guarantee($id: ID!) {
    guarantee(id: $id) {
      ...GuaranteeLine
      guaranteedBps sharesHash approvedAt isFileOpen transactionId overdueDays mayClaim allowedVerbs
      limitsToday { limit limitFen usedFen thisFen leftFen isWithin }
      terms { ...SchemeTermsShown }
      decisions {
        reasonText decidedAt
        reason { label { zh en } }
        limits { limit limitFen usedFen thisFen leftFen isWithin }
      }
      collateral { ...CollateralShown }
      compensation {
        id version state lossFen overdueDays claimedOn paidOn allowedVerbs
        parts { place role name isFromPool owedFen paidFen recoveredFen }
        recoveries { id amountFen recoveredOn note }
      }
    }
  }
` +
  guaranteeLineFragment +
  schemeTermsFragment +
  collateralFragment;

/** What the page of an application shows of its guarantee and its collateral, beside the application itself. */
export const securityDocument =
  graphql`
  query ApplicationSecurity($id: ID!) {
    application(id: $id) {
      id
      collateral { ...CollateralShown }
      guarantee {
        ...GuaranteeLine
        terms { ...SchemeTermsShown }
        sharesHash
      }
    }
  }
` +
  collateralFragment +
  guaranteeLineFragment +
  schemeTermsFragment;

export const offerSchemesDocument =
  graphql`
  query OfferSchemes($applicationId: ID!) {
    offerSchemes(applicationId: $applicationId) { ...SchemeShown }
  }
` +
  schemeFragment +
  schemeTermsFragment;

export const operations = {
  schemes: {
    verbs: {
      createScheme: graphql`
        mutation CreateScheme($input: SchemeInput!) {
          createScheme(input: $input) { id version }
        }
      `,
      reviseScheme: graphql`
        mutation ReviseScheme($id: ID!, $version: Int!, $input: SchemeInput!) {
          reviseScheme(id: $id, version: $version, input: $input) { id version }
        }
      `,
      closeScheme: graphql`
        mutation CloseScheme($id: ID!, $version: Int!) {
          closeScheme(id: $id, version: $version) { id version }
        }
      `,
      reopenScheme: graphql`
        mutation ReopenScheme($id: ID!, $version: Int!) {
          reopenScheme(id: $id, version: $version) { id version }
        }
      `,
    },
  },
  pools: {
    verbs: {
      openPool: graphql`
        mutation OpenPool($input: PoolInput!) {
          openPool(input: $input) { id version }
        }
      `,
      depositIntoPool: graphql`
        mutation DepositIntoPool($id: ID!, $version: Int!, $input: DepositInput!) {
          depositIntoPool(id: $id, version: $version, input: $input) { id version }
        }
      `,
    },
  },
  guarantees: {
    verbs: {
      stateCapital: graphql`
        mutation StateCapital($input: CapitalInput!) {
          stateCapital(input: $input)
        }
      `,
      approveGuarantee: graphql`
        mutation ApproveGuarantee($id: ID!, $version: Int!, $affiliates: [String!]!) {
          approveGuarantee(id: $id, version: $version, affiliates: $affiliates) { id version state }
        }
      `,
      rejectGuarantee: graphql`
        mutation RejectGuarantee($id: ID!, $version: Int!, $reasonCode: ReasonCode!, $reasonText: String) {
          rejectGuarantee(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version state }
        }
      `,
      claimCompensation: graphql`
        mutation ClaimCompensation($id: ID!, $version: Int!) {
          claimCompensation(id: $id, version: $version) { id version state }
        }
      `,
      payCompensation: graphql`
        mutation PayCompensation($id: ID!, $version: Int!) {
          payCompensation(id: $id, version: $version) { id version state }
        }
      `,
      recordRecovery: graphql`
        mutation RecordRecovery($id: ID!, $version: Int!, $input: RecoveryInput!) {
          recordRecovery(id: $id, version: $version, input: $input) { id version state }
        }
      `,
    },
  },
  collaterals: {
    verbs: {
      stateCollateral: graphql`
        mutation StateCollateral($applicationId: ID!, $input: CollateralInput!) {
          stateCollateral(applicationId: $applicationId, input: $input) { id version }
        }
      `,
      appraiseCollateral: graphql`
        mutation AppraiseCollateral($id: ID!, $version: Int!, $input: AppraisalInput!) {
          appraiseCollateral(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      agreeCollateralValue: graphql`
        mutation AgreeCollateralValue($id: ID!, $version: Int!) {
          agreeCollateralValue(id: $id, version: $version) { id version state }
        }
      `,
      registerPledge: graphql`
        mutation RegisterPledge($id: ID!, $version: Int!, $input: RegistrationInput!) {
          registerPledge(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      releaseCollateral: graphql`
        mutation ReleaseCollateral($id: ID!, $version: Int!) {
          releaseCollateral(id: $id, version: $version) { id version state }
        }
      `,
    },
  },
} satisfies Readonly<Record<string, ResourceOperations>>;
