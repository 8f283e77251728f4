import { graphql } from '../client';

export const regionsDocument = graphql`
  query Regions($parent: String) {
    regions(parent: $parent) { code level parentCode name { zh en } }
  }
`;

export const regionPathDocument = graphql`
  query RegionPath($code: String!) {
    regionPath(code: $code) { code level parentCode name { zh en } }
  }
`;

export const industriesDocument = graphql`
  query Industries($q: String!) {
    industries(q: $q) { code name { zh en } path { zh en } }
  }
`;

export const dataClassNamesDocument = graphql`
  query DataClassNames {
    dataClasses { code name { zh en } department { zh en } }
  }
`;
