/** What the API is measured on, as the admin would ask it. */
export type ApiCase = {
  readonly name: 'products' | 'firm';
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

export const apiCases = (enterpriseId: string): readonly ApiCase[] => [
  {
    name: 'products',
    document: `query Products($list: ProductListInput!) {
      products(list: $list) {
        total
        items {
          id code version state firstPublishedOn
          institution { id name }
          terms { name category labels amountFenMin amountFenMax termMonthsMin termMonthsMax securities }
        }
      }
    }`,
    variables: { list: { page: 1, perPage: 25 } },
  },
  {
    name: 'firm',
    document: `query Firm($id: ID!, $records: CreditRecordListInput!) {
      enterprise(id: $id) { id version name uscc status foundedOn registeredCapitalFen legalRepresentative industryCode regionCode }
      creditRecords(list: $records) { total items { id dataClass period asOf source value } }
      consents { total items { id purpose dataClasses validTo recipient { id name } } }
    }`,
    variables: { id: enterpriseId, records: { page: 1, perPage: 25 } },
  },
];
