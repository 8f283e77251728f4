import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

/** Everything a version says, as its page, its form and the comparison of two versions need it. */
export const termsFragment = graphql`
  fragment Terms on ProductVersion {
    id number name category labels
    amountFenMin amountFenMax termMonthsMin termMonthsMax
    pricing { kind rateBpsMin rateBpsMax tenor spreadBpsMin spreadBpsMax repricing }
    rates { rateBpsMin rateBpsMax lprPublishedOn lprRateBps }
    fees { kind chargedBy paidBy timing amountFen rateBps note }
    repaymentMethods isUnsecured securities purposes
    regionCodes regions { zh en }
    industryCodes industries { zh en }
    industryCodesExcluded industriesExcluded { zh en }
    documents
    promisedDays { accept contact decide disburse }
    rule ruleSentences { path text { zh en } }
    conditionsText audienceText introduction
    contact { name phone address }
    sourceNote
    gaps { field text { zh en } }
    readings { outcome column quote became note { zh en } }
    createdAt publishedAt replacedAt
  }
`;

export const vocabularyDocument = graphql`
  query ProductVocabulary {
    productVocabulary {
      categories { code label { zh en } }
      labels { code label { zh en } }
      insuranceLabels { code label { zh en } }
      securities { code label { zh en } }
      repaymentMethods { code label { zh en } }
      purposes { code label { zh en } }
      feeKinds { code label { zh en } }
      feeChargers { code label { zh en } }
      feePayers { code label { zh en } }
      feeTimings { code label { zh en } }
      repricings { code label { zh en } }
      lprTenors { code label { zh en } }
    }
  }
`;

export const attributesDocument = graphql`
  query Attributes {
    attributes {
      key label { zh en } about { zh en } dataClass kind unit counter min max commonCuts tree
      operators { code label { zh en } }
      values { code label { zh en } }
    }
    dataClasses { code name { zh en } }
  }
`;

export const checkRuleDocument = graphql`
  query CheckRule($rule: RuleJson!) {
    checkRule(rule: $rule) {
      problems { path rule text { zh en } }
      sentences { path text { zh en } }
    }
  }
`;

export const versionsDocument =
  graphql`
  query ProductVersions($productId: ID!) {
    productVersions(productId: $productId) { ...Terms }
  }
` + termsFragment;

export const reviewQueueDocument =
  graphql`
  query ReviewQueue($page: Int!) {
    products(list: { page: $page, perPage: 10, filter: { revision: inReview } }) {
      total
      items {
        id version code state revision allowedVerbs firstPublishedOn
        institution { id name }
        terms { ...Terms }
        draft { ...Terms }
      }
    }
  }
` + termsFragment;

export const latestLprDocument = graphql`
  query LatestLpr {
    lprQuotes(list: { perPage: 4 }) { items { id publishedOn tenor rateBps } }
  }
`;

export const ruleReachUpdatesDocument = graphql`
  subscription RuleReachUpdates($input: RuleReachInput!) {
    ruleReachUpdates(input: $input) {
      isLoading done total seq day firms eligible possible
      clauses { path excluded }
    }
  }
`;

export const lprHistoryDocument = graphql`
  query LprHistory {
    lprQuotes(list: { perPage: 200 }) { items { id publishedOn tenor rateBps } }
  }
`;

export const operations = {
  products: {
    list: graphql`
      query Products($list: ProductListInput!) {
        products(list: $list) {
          total
          items {
            id version code state revision stateReason firstPublishedOn allowedVerbs
            institution { id name }
            terms {
              id number name category labels amountFenMin amountFenMax termMonthsMin termMonthsMax
              rates { rateBpsMin rateBpsMax lprPublishedOn lprRateBps }
              repaymentMethods isUnsecured securities audienceText
            }
          }
        }
      }
    `,
    one:
      graphql`
      query Product($id: ID!) {
        product(id: $id) {
          id version code state revision stateReason firstPublishedOn createdAt allowedVerbs
          institution { id name }
          terms { ...Terms }
          draft { ...Terms }
        }
      }
    ` + termsFragment,
    create: graphql`
      mutation CreateProduct($input: ProductInput!) {
        createProduct(input: $input) { id version }
      }
    `,
    update: graphql`
      mutation UpdateProduct($id: ID!, $version: Int!, $input: ProductTermsInput!) {
        updateProduct(id: $id, version: $version, input: $input) { id version }
      }
    `,
    verbs: {
      submitProduct: graphql`
        mutation SubmitProduct($id: ID!, $version: Int!) {
          submitProduct(id: $id, version: $version) { id version state }
        }
      `,
      returnProduct: graphql`
        mutation ReturnProduct($id: ID!, $version: Int!, $reason: String!) {
          returnProduct(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
      publishProduct: graphql`
        mutation PublishProduct($id: ID!, $version: Int!) {
          publishProduct(id: $id, version: $version) { id version state }
        }
      `,
      suspendProduct: graphql`
        mutation SuspendProduct($id: ID!, $version: Int!, $reason: String!) {
          suspendProduct(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
      resumeProduct: graphql`
        mutation ResumeProduct($id: ID!, $version: Int!) {
          resumeProduct(id: $id, version: $version) { id version state }
        }
      `,
      withdrawProduct: graphql`
        mutation WithdrawProduct($id: ID!, $version: Int!, $reason: String!) {
          withdrawProduct(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
    },
  },
  lprQuotes: {
    list: graphql`
      query LprQuotes($list: LprQuoteListInput!) {
        lprQuotes(list: $list) { total items { id publishedOn tenor rateBps source } }
      }
    `,
    create: graphql`
      mutation RecordLprQuote($input: LprQuoteInput!) {
        recordLprQuote(input: $input) { id publishedOn tenor rateBps source }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
