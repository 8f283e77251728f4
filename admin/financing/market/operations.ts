import { graphql } from '../../client';
import type { ResourceOperations } from '../../resources';

const fitFragment = graphql`
  fragment Fit on DemandFit {
    productId name verdict institutionId institution
  }
`;

const suggestionFragment = graphql`
  fragment Suggestion on DispatchSuggestion {
    productId name verdict institutionId institution rateBpsMin rateBpsMax
    promisedDays { accept contact decide disburse }
    speed { days basis }
  }
`;

const dispatchFragment = graphql`
  fragment Dispatch on DispatchDemand {
    id state amountFen restFen termMonths purpose securities note createdAt validUntil lendersMax placesLeft allowsSecondLook
    allowedVerbs
    enterprise { id name }
    invitations { id state invitedAt isPassedOn institution { id name } }
  }
`;

/** Open demands as banks see them, and those that the operator and departments bring to banks. */
export const operations = {
  marketDemands: {
    list:
      graphql`
      query MarketDemands($list: MarketListInput!) {
        marketDemands(list: $list) {
          total
          items {
            id route amountFen termMonths purpose securities highestRateBps repaymentMethods sizeClass createdAt validUntil
            offersUntil placesLeft allowedVerbs
            region { zh en }
            industry { zh en }
            fits { ...Fit }
          }
        }
      }
    ` + fitFragment,
    verbs: {
      grabDemand: graphql`
        mutation GrabDemand($demandId: ID!, $productId: ID!) {
          grabDemand(demandId: $demandId, productId: $productId) { id version state }
        }
      `,
    },
  },
  dispatchDemands: {
    list:
      graphql`
      query DispatchDemands($list: DispatchListInput!) {
        dispatchDemands(list: $list) { total items { ...Dispatch } }
      }
    ` + dispatchFragment,
    one:
      graphql`
      query DispatchDemand($id: ID!) {
        dispatchDemand(id: $id) { ...Dispatch suggestions { ...Suggestion } }
      }
    ` +
      dispatchFragment +
      suggestionFragment,
    verbs: {
      inviteInstitutions: graphql`
        mutation InviteInstitutions($demandId: ID!, $productIds: [ID!]!) {
          inviteInstitutions(demandId: $demandId, productIds: $productIds) { id }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
