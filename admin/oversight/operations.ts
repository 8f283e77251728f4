import { graphql } from '../client';
import type { ResourceOperations } from '../resources';

const measureFragment = graphql`
  fragment MeasureWords on Measure {
    name unit label { zh en } definition { zh en }
  }
`;

const tableFragment = graphql`
  fragment Table on MeasureTable {
    measure { name unit label { zh en } definition { zh en } }
    groupBy from to asOf hiddenCells
    legend { zh en }
    rows { keys labels { zh en } value isHidden }
    totals { keys labels { zh en } value isHidden }
  }
`;

/** The months that have something in them: of deals, and of what banks reported. */
export const extentDocument = graphql`
  query StatisticsExtent {
    deals: measure(name: "transactionCount", groupBy: [month]) { from to totals { value isHidden } }
    reported: measure(name: "deposits", groupBy: [month]) { rows { keys value isHidden } }
  }
`;

export const headlineDocument =
  graphql`
  query Headline($from: String, $to: String) {
    transactionCount: measure(name: "transactionCount", from: $from, to: $to) { ...Table }
    transactionAmount: measure(name: "transactionAmount", from: $from, to: $to) { ...Table }
    transactionFirms: measure(name: "transactionFirms", from: $from, to: $to) { ...Table }
    transactionRate: measure(name: "transactionRate", from: $from, to: $to) { ...Table }
    channels: measure(name: "transactionAmount", groupBy: [channel], from: $from, to: $to) { ...Table }
    redCredit: labelFigures(label: redCredit, month: $to) {
      month products
      transactions { value isHidden }
      firms { value isHidden }
      cumulative { value isHidden }
      balance { value isHidden }
    }
    redInsurance: insuranceFigures(label: redCredit, month: $to) {
      month products
      clients { value isHidden }
      cover { value isHidden }
    }
  }
` + tableFragment;

export const indicatorsDocument =
  graphql`
  query Indicators($month: String!) {
    indicators(month: $month) {
      month asOf banksReported banksAtWork
      items { value isHidden measure { ...MeasureWords } }
    }
  }
` + measureFragment;

export const measuresDocument =
  graphql`
  query Measures {
    measures { ...MeasureWords dimensions { name label { zh en } } }
  }
` + measureFragment;

export const measureTableDocument =
  graphql`
  query MeasureTable($name: String!, $groupBy: [MeasureDimension!]!, $from: String, $to: String) {
    measure(name: $name, groupBy: $groupBy, from: $from, to: $to) { ...Table }
  }
` + tableFragment;

export const ownInsuranceDocument = graphql`
  query OwnInsurance($institutionId: ID!) {
    products(list: { perPage: 200, filter: { institutionId: $institutionId, kind: insurance } }) {
      items { id state terms { name } }
    }
  }
`;

export const operations = {
  institutionReports: {
    list: graphql`
      query InstitutionReports($list: InstitutionReportListInput!) {
        institutionReports(list: $list) {
          total
          items {
            id version month depositsFen loansFen newLoansFen newLoansWeightedRateFenBps directFinancingFen reportedAt
          }
        }
      }
    `,
    create: graphql`
      mutation ReportMonth($input: ReportMonthInput!) {
        reportMonth(input: $input) { id version month }
      }
    `,
  },
  insuranceContracts: {
    list: graphql`
      query InsuranceContracts($list: InsuranceContractListInput!) {
        insuranceContracts(list: $list) {
          total
          items { id productId number coverFen premiumFen startsOn endsOn registeredAt enterprise { id name } }
        }
      }
    `,
    create: graphql`
      mutation RegisterInsuranceContract($input: InsuranceContractInput!) {
        registerInsuranceContract(input: $input) { id number }
      }
    `,
  },
} satisfies Record<string, ResourceOperations>;
