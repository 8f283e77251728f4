import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

export const dataClassesDocument = graphql`
  query DataClasses {
    dataClasses {
      id code number modes levels refresh shape needsConsent
      name { zh en }
      department { zh en }
      category { zh en }
      fields { key type isRequired mode isPersonal label { zh en } unit { zh en } values { code label { zh en } } }
    }
  }
`;

export const myCreditFileDocument = graphql`
  query MyCreditFile {
    myCreditFile {
      id purpose today
      enterprise { id name industry { zh en } }
      classes {
        dataClass recordCount newestAsOf isReadable grade reason consentId
        name { zh en }
        department { zh en }
        latest { id dataClass period value asOf source objection { state statement raisedAt } }
      }
      facts { attribute dataClass isKnown asOf source reason settledBy label { zh en } display { zh en } }
      sizeClass {
        sizeClass industryCode employees revenueFen assetsFen missing tableVersion
        industry { zh en }
        thresholds { sizeClass employees revenueFen assetsFen }
      }
      scorecard {
        points basePoints probabilityOfDefault riskLevel missing
        items { key value unit bin binCount points pointsMin pointsMax direction label { zh en } text { zh en } nextBin { need gainPoints } }
      }
      invoiceMonths { month outputFen inputFen outputCount inputCount outputVoidCount inputVoidCount outputNegativeFen }
    }
    consents(list: { perPage: 200, filter: { purpose: matching, standing: inForce } }) { items { id dataClasses } }
  }
`;

export const creditFileDocument = graphql`
  query CreditFile($enterpriseId: ID!, $purpose: ConsentPurpose!) {
    creditFile(enterpriseId: $enterpriseId, purpose: $purpose) {
      id purpose today
      enterprise { id name industry { zh en } }
      classes {
        dataClass recordCount newestAsOf isReadable grade reason consentId
        name { zh en }
        department { zh en }
        latest { id dataClass period value asOf source objection { state statement raisedAt } }
      }
      facts { attribute dataClass isKnown asOf source reason settledBy label { zh en } display { zh en } }
      sizeClass {
        sizeClass industryCode employees revenueFen assetsFen missing tableVersion
        industry { zh en }
        thresholds { sizeClass employees revenueFen assetsFen }
      }
      scorecard {
        points basePoints probabilityOfDefault riskLevel missing
        items { key value unit bin binCount points pointsMin pointsMax direction label { zh en } text { zh en } nextBin { need gainPoints } }
      }
      invoiceMonths { month outputFen inputFen outputCount inputCount outputVoidCount inputVoidCount outputNegativeFen }
    }
  }
`;

export const creditRecordsDocument = graphql`
  query CreditRecords($list: CreditRecordListInput!) {
    creditRecords(list: $list) { total items { id dataClass period value asOf source objection { state statement raisedAt } } }
  }
`;

/** What a firm may state of itself, with what exactly is asked, and what it last stated. */
export const statementDocument = graphql`
  query Statement {
    selfDeclaredClass { fields { key type min max label { zh en } unit { zh en } } }
    attributes { key about { zh en } }
    creditRecords(list: { perPage: 1, filter: { dataClass: "SELF_DECLARED" } }) { items { id value asOf } }
  }
`;

export const declareFactsDocument = graphql`
  mutation DeclareFacts($value: RecordValue!) {
    declareFacts(value: $value) { id asOf }
  }
`;

export const consentRecipientsDocument = graphql`
  query ConsentRecipients($purpose: ConsentPurpose!) {
    consentRecipients(purpose: $purpose) { id name kind }
  }
`;

export const consentRequestsDocument = graphql`
  query ConsentRequests($list: ConsentRequestListInput!) {
    consentRequests(list: $list) {
      total
      items {
        id version purpose dataClasses reason state askedAt answeredAt allowedVerbs
        stateLabel { zh en }
        recipient { id name }
      }
    }
  }
`;

export const consentTermsDocument = graphql`
  query ConsentTerms($purpose: ConsentPurpose!, $recipientId: ID!) {
    consentTerms(purpose: $purpose, recipientId: $recipientId) { version hash text { zh en } }
  }
`;

export const massReadsDocument = graphql`
  query MassReads($list: MassReadListInput!) {
    massReads(list: $list) {
      total
      items { id at purpose requestId readerOrganisationId read withheld reader { id name kind } }
    }
  }
`;

export const operations = {
  enterprises: {
    list: graphql`
      query Enterprises($list: EnterpriseListInput!) {
        enterprises(list: $list) {
          total
          items { id name uscc usccVerdict code entityType status foundedOn region { zh en } industry { zh en } }
        }
      }
    `,
    one: graphql`
      query Enterprise($id: ID!) {
        enterprise(id: $id) {
          id version name shortName uscc usccVerdict code entityType regionCode industryCode foundedOn legalRepresentative
          registeredCapitalFen address status source createdAt
          region { zh en }
          industry { zh en }
        }
      }
    `,
  },
  consentRequests: {
    verbs: {
      request: graphql`
        mutation RequestConsent($input: RequestConsentInput!) {
          requestConsent(input: $input) { id version state }
        }
      `,
      refuseConsentRequest: graphql`
        mutation RefuseConsentRequest($id: ID!, $version: Int!) {
          refuseConsentRequest(id: $id, version: $version) { id version state }
        }
      `,
      withdrawConsentRequest: graphql`
        mutation WithdrawConsentRequest($id: ID!, $version: Int!) {
          withdrawConsentRequest(id: $id, version: $version) { id version state }
        }
      `,
    },
  },
  consents: {
    list: graphql`
      query Consents($list: ConsentListInput!) {
        consents(list: $list) {
          total
          items {
            id version purpose dataClasses validFrom validTo dataFrom dataTo readDaysMax readDays dataLifeDays standing textVersion textHash signedAt revokedAt
            revokeReason allowedVerbs
            recipient { id name kind }
          }
        }
      }
    `,
    create: graphql`
      mutation GrantConsent($input: GrantConsentInput!) {
        grantConsent(input: $input) { id version standing validTo }
      }
    `,
    verbs: {
      revokeConsent: graphql`
        mutation RevokeConsent($id: ID!, $version: Int!, $reason: String) {
          revokeConsent(id: $id, version: $version, reason: $reason) { id version standing revokedAt }
        }
      `,
    },
  },
  accessEvents: {
    list: graphql`
      query AccessEvents($list: AccessLogInput!) {
        accessEvents(list: $list) {
          total
          items {
            id at purpose requestId readerOrganisationId
            reader { id name kind }
            entries { id dataClass outcome reason }
          }
        }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
