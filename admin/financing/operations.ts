import { graphql } from '../client';
import { termsFragment } from '../products/operations';
import type { ResourceOperations } from '../resources';

const clockFragment = graphql`
  fragment Clock on ApplicationClock {
    party limitDays dueOn leftDays isOverdue releasedAfter isCalendarKnown
  }
`;

/** An application as a list shows it. */
const lineFragment = graphql`
  fragment ApplicationLine on Application {
    id version state amountFen termMonths submittedAt offerValidUntil
    clock { ...Clock }
    enterprise { id name }
    institution { id name }
    productVersion { id name }
    demand { id purpose }
  }
`;

/** What an offer comes to, without its schedule. */
const offerFragment = graphql`
  fragment OfferTerms on Offer {
    id version number state stateReason amountFen termMonths rateBps repaymentMethod dueDay dayBasis securities conditions
    annualisedRateBps effectiveRateBps totalInterestFen totalFeesFen validUntil termsHash createdAt schemeTermsId allowedVerbs
    pricing { kind tenor spreadBps repricing lprRateBps lprPublishedOn }
    plan { afterMonths principalFen }
    fees { kind chargedBy paidBy timing amountFen rateBps note }
  }
`;

const counterFragment = graphql`
  fragment Counter on CounterOffer {
    id offerId round amountFen termMonths rateBps repaymentMethod securities note createdAt
  }
`;

const courseFragment = graphql`
  fragment Course on Application {
    corrections { id number items { kind text } note askedAt answers answeredAt }
    indications { id amountFen rateBpsMin rateBpsMax note createdAt }
    contract { number annualisedRateBps issuedAt signedAt }
  }
`;

const scheduleFragment = graphql`
  fragment Schedule on RepaymentSchedule {
    disbursedOn maturesOn feeAtDisbursementFen
    rows { number dueOn principalFen interestFen feeFen dueFen balanceFen }
    totals { principalFen interestFen feeFen dueFen }
  }
`;

const costFragment = graphql`
  fragment Cost on CostSheet {
    totalRatePpm
    items { item chargedBy paidBy amountFen cycle annualisedRatePpm mark note }
  }
`;

const demandFragment = graphql`
  fragment Demand on FinancingDemand {
    id version state amountFen termMonths purpose securities highestRateBps repaymentMethods note createdAt
    applicationCount openOfferCount allowedVerbs route lendersMax placesLeft allowsSecondLook restFen lentFen validUntil
    offersUntil
  }
`;

export const reasonsDocument = graphql`
  query ReasonCodes {
    reasonCodes { code needsText label { zh en } change { zh en } }
  }
`;

export const feedbackDocument = graphql`
  query Feedback($list: TransactionListInput!, $month: String!) {
    transactions(list: $list) {
      total
      items {
        id
        enterprise { id name }
        productVersion { id name }
        dueUntil(month: $month) { dueOn principalFen interestFen feeFen }
      }
    }
  }
`;

const creditLineFragment = graphql`
  fragment CreditLineShown on CreditLine {
    id version limitFen isRevolving validUntil conditions conditionsMetAt state reasonText drawnFen askedFen availableFen block allowedVerbs
    blockText { zh en }
    reason { code label { zh en } }
    enterprise { id name }
    institution { id name }
    productVersion { id name }
    drawdowns { number amountFen termMonths state transactionId reasonText requestedAt reason { code label { zh en } } }
  }
`;

export const lineReasonsDocument = graphql`
  query LineReasons {
    lineReasons { code needsText label { zh en } }
  }
`;

export const dealReasonsDocument = graphql`
  query DealReasons {
    dealReasons { code verbs needsText label { zh en } }
  }
`;

/** What a firm may apply with to a bank: demands that are not over, and consents in force. */
export const standingDocument =
  graphql`
  query ApplicationStanding($institutionId: ID!) {
    demands(list: { perPage: 50 }) { items { ...Demand } }
    consents(list: { perPage: 50, filter: { recipientId: $institutionId, purpose: creditAssessment, standing: inForce } }) {
      items { id dataClasses validTo }
    }
  }
` + demandFragment;

export const requestedMatchDocument = graphql`
  query RequestedMatch($productId: ID!, $request: MatchRequest) {
    match(productId: $productId, request: $request) {
      id verdict
      findings { path verdict predicates { path dataClass } }
    }
  }
`;

/** The consents in force by which a bank assesses a firm; each side sees those it gave or was given. */
export const assessmentConsentsDocument = graphql`
  query AssessmentConsents($filter: ConsentFilter!) {
    consents(list: { perPage: 50, filter: $filter }) { items { id dataClasses validTo } }
  }
`;

/** What an offer comes to beside the others on its demand, month by month. */
const comparedFragment = graphql`
  fragment Compared on ComparedOffer {
    offer {
      ...OfferTerms
      support { netAnnualisedRatePpm }
      application { id institution { id name } productVersion { id name } }
    }
    parts { item amountFen }
    months { month dueOn dueFen balanceFen costFen aboveCheapestFen }
  }
`;

export const demandShownDocument =
  graphql`
  query DemandShown($id: ID!) {
    demand(id: $id) { ...Demand }
    applications(list: { perPage: 50, filter: { demandId: $id } }) { items { ...ApplicationLine } }
    offerComparison(demandId: $id) { differences offers { ...Compared } }
  }
` +
  demandFragment +
  lineFragment +
  clockFragment +
  offerFragment +
  comparedFragment;

export const offerPreviewDocument =
  graphql`
  query OfferPreview($applicationId: ID!, $input: OfferInput!) {
    offerPreview(applicationId: $applicationId, input: $input) {
      rateBps annualisedRateBps effectiveRateBps totalInterestFen totalFeesFen
      schedule { ...Schedule }
      costSheet { ...Cost }
    }
  }
` +
  scheduleFragment +
  costFragment;

export const operations = {
  demands: {
    list:
      graphql`
      query Demands($list: DemandListInput!) {
        demands(list: $list) { total items { ...Demand } }
      }
    ` + demandFragment,
    verbs: {
      openDemand: graphql`
        mutation OpenDemand($input: DemandInput!, $idempotencyKey: String!) {
          openDemand(input: $input, idempotencyKey: $idempotencyKey) { id version state }
        }
      `,
      setSecondLook: graphql`
        mutation SetSecondLook($id: ID!, $version: Int!, $allows: Boolean!) {
          setSecondLook(id: $id, version: $version, allows: $allows) { id version }
        }
      `,
      withdrawDemand: graphql`
        mutation WithdrawDemand($id: ID!, $version: Int!) {
          withdrawDemand(id: $id, version: $version) { id version state }
        }
      `,
    },
  },
  applications: {
    list:
      graphql`
      query Applications($list: ApplicationListInput!) {
        applications(list: $list) { total items { ...ApplicationLine } }
      }
    ` +
      lineFragment +
      clockFragment,
    one:
      graphql`
      query Application($id: ID!) {
        application(id: $id) {
          id version state origin offersUntil channel amountFen termMonths securities matchVerdict matchDigest engineVersion offerValidUntil
          reasonText submittedAt decidedAt productId isFileOpen allowedVerbs
          clock { ...Clock }
          reason { code label { zh en } change { zh en } }
          demand { ...Demand }
          enterprise { id name }
          institution { id name }
          productVersion { ...Terms }
          findings {
            path verdict text { zh en }
            predicates { path verdict reason asOf source label { zh en } text { zh en } measuredText { zh en } }
          }
          offers {
            ...OfferTerms
            schedule { ...Schedule }
            costSheet { ...Cost }
            support { netAnnualisedRatePpm lines { policyId name unknowns otherConditions amountFen firstOn lastOn } }
          }
          counterOffers { ...Counter }
          ...Course
          whiteLists
          verdictReview { id answeredAt }
          exposure { liveApplications lenders }
          carriedCorrections { id items { kind text } answers answeredAt }
          history { id at verb party reason }
          transaction { id version }
        }
      }
    ` +
      demandFragment +
      termsFragment +
      offerFragment +
      counterFragment +
      clockFragment +
      courseFragment +
      scheduleFragment +
      costFragment,
    verbs: {
      submitApplication: graphql`
        mutation SubmitApplication($input: ApplicationInput!, $idempotencyKey: String!) {
          submitApplication(input: $input, idempotencyKey: $idempotencyKey) { id version state demandId }
        }
      `,
      withdrawApplication: graphql`
        mutation WithdrawApplication($id: ID!, $version: Int!) {
          withdrawApplication(id: $id, version: $version) { id version state }
        }
      `,
      acceptApplication: graphql`
        mutation AcceptApplication($id: ID!, $version: Int!) {
          acceptApplication(id: $id, version: $version) { id version state }
        }
      `,
      declineApplication: graphql`
        mutation DeclineApplication($id: ID!, $version: Int!, $reasonCode: ReasonCode!, $reasonText: String) {
          declineApplication(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version state }
        }
      `,
      rejectApplication: graphql`
        mutation RejectApplication($id: ID!, $version: Int!, $reasonCode: ReasonCode!, $reasonText: String) {
          rejectApplication(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version state }
        }
      `,
      makeOffer: graphql`
        mutation MakeOffer($id: ID!, $version: Int!, $input: OfferInput!) {
          makeOffer(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      startDueDiligence: graphql`
        mutation StartDueDiligence($id: ID!, $version: Int!) {
          startDueDiligence(id: $id, version: $version) { id version state }
        }
      `,
      requestCorrection: graphql`
        mutation RequestCorrection($id: ID!, $version: Int!, $input: CorrectionInput!) {
          requestCorrection(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      answerCorrection: graphql`
        mutation AnswerCorrection($id: ID!, $version: Int!, $answers: [String!]!) {
          answerCorrection(id: $id, version: $version, answers: $answers) { id version state }
        }
      `,
      giveInPrinciple: graphql`
        mutation GiveInPrinciple($id: ID!, $version: Int!, $input: InPrincipleInput!) {
          giveInPrinciple(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      requestGuarantee: graphql`
        mutation RequestGuarantee($id: ID!, $version: Int!) {
          requestGuarantee(id: $id, version: $version) { id version state }
        }
      `,
      approveApplication: graphql`
        mutation ApproveApplication($id: ID!, $version: Int!) {
          approveApplication(id: $id, version: $version) { id version state }
        }
      `,
      amendApproval: graphql`
        mutation AmendApproval($id: ID!, $version: Int!, $input: OfferInput!) {
          amendApproval(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      issueContract: graphql`
        mutation IssueContract($id: ID!, $version: Int!, $input: ContractInput!) {
          issueContract(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      signContract: graphql`
        mutation SignContract($id: ID!, $version: Int!) {
          signContract(id: $id, version: $version) { id version state }
        }
      `,
      cancelApplication: graphql`
        mutation CancelApplication($id: ID!, $version: Int!, $reason: String!) {
          cancelApplication(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
      keepOffer: graphql`
        mutation KeepOffer($id: ID!, $version: Int!, $reason: String!) {
          keepOffer(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
      openLine: graphql`
        mutation OpenLine($id: ID!, $version: Int!, $input: OpenLineInput!) {
          openLine(id: $id, version: $version, input: $input) { id version state }
        }
      `,
      disburse: graphql`
        mutation Disburse(
          $id: ID!
          $version: Int!
          $disbursedOn: CalendarDate!
          $householdCreditFen: Money
          $isAttestedFirst: Boolean
        ) {
          disburse(
            id: $id
            version: $version
            disbursedOn: $disbursedOn
            householdCreditFen: $householdCreditFen
            isAttestedFirst: $isAttestedFirst
          ) { id version }
        }
      `,
    },
  },
  offers: {
    verbs: {
      acceptOffer: graphql`
        mutation AcceptOffer($id: ID!, $version: Int!) {
          acceptOffer(id: $id, version: $version) { id version state }
        }
      `,
      declineOffer: graphql`
        mutation DeclineOffer($id: ID!, $version: Int!, $reason: String!) {
          declineOffer(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
      counterOffer: graphql`
        mutation CounterOffer($id: ID!, $version: Int!, $input: CounterOfferInput!) {
          counterOffer(id: $id, version: $version, input: $input) { id round }
        }
      `,
      withdrawOffer: graphql`
        mutation WithdrawOffer($id: ID!, $version: Int!, $reason: String!) {
          withdrawOffer(id: $id, version: $version, reason: $reason) { id version state }
        }
      `,
    },
  },
  creditLines: {
    list:
      graphql`
      query CreditLines($list: CreditLineListInput!) {
        creditLines(list: $list) { total items { ...CreditLineShown } }
      }
    ` + creditLineFragment,
    verbs: {
      requestDrawdown: graphql`
        mutation RequestDrawdown($id: ID!, $version: Int!, $input: DrawdownInput!) {
          requestDrawdown(id: $id, version: $version, input: $input) { id version }
        }
      `,
      payDrawdown: graphql`
        mutation PayDrawdown($id: ID!, $version: Int!, $number: Int!, $disbursedOn: CalendarDate!) {
          payDrawdown(id: $id, version: $version, number: $number, disbursedOn: $disbursedOn) { id version }
        }
      `,
      declineDrawdown: graphql`
        mutation DeclineDrawdown($id: ID!, $version: Int!, $number: Int!, $reasonCode: LineReasonCode!, $reasonText: String) {
          declineDrawdown(id: $id, version: $version, number: $number, reasonCode: $reasonCode, reasonText: $reasonText) {
            id version
          }
        }
      `,
      freezeLine: graphql`
        mutation FreezeLine($id: ID!, $version: Int!, $reasonCode: LineReasonCode!, $reasonText: String) {
          freezeLine(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version }
        }
      `,
      releaseLine: graphql`
        mutation ReleaseLine($id: ID!, $version: Int!) {
          releaseLine(id: $id, version: $version) { id version }
        }
      `,
      closeLine: graphql`
        mutation CloseLine($id: ID!, $version: Int!, $reasonCode: LineReasonCode!, $reasonText: String) {
          closeLine(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version }
        }
      `,
      confirmLineConditions: graphql`
        mutation ConfirmLineConditions($id: ID!, $version: Int!) {
          confirmLineConditions(id: $id, version: $version) { id version }
        }
      `,
    },
  },
  transactions: {
    list: graphql`
      query Transactions($list: TransactionListInput!) {
        transactions(list: $list) {
          total
          items {
            id state riskClass amountFen rateBps termMonths disbursedOn balanceFen channel isFirstLoan isUnsecured isInclusive
            ledger { daysPastDue }
            enterprise { id name }
            institution { id name }
            productVersion { id name }
          }
        }
      }
    `,
    one:
      graphql`
      query Transaction($id: ID!) {
        transaction(id: $id) {
          id version state reasonText endedOn renewedById applicationId amountFen rateBps termMonths disbursedOn balanceFen sizeClass channel
          reason { code label { zh en } }
          isFirstLoan isUnsecured isInclusive householdCreditFen labels allowedVerbs
          county { zh en }
          industry { zh en }
          enterprise { id name }
          institution { id name }
          productVersion { id name }
          offer { ...OfferTerms }
          riskClass
          ledger {
            maturesOn rateBps daysPastDue overdueFen
            next { dueOn openFen }
            rows { number dueOn principalFen interestFen feeFen dueFen paidFen openFen balanceFen daysPastDue isEarly }
          }
          nextRepricing { on rateBps dueOn dueFen previousFen }
          revisions { id from kind rateBps lprRateBps lprPublishedOn repaymentMethod maturesOn }
          classChanges { id riskClass ruleClass bankClass daysPastDue note changedOn }
          repayments { id paidOn principalFen interestFen feeFen source }
        }
      }
    ` + offerFragment,
    verbs: {
      recordRepayment: graphql`
        mutation RecordRepayment($id: ID!, $version: Int!, $input: RepaymentInput!) {
          recordRepayment(id: $id, version: $version, input: $input) { id version balanceFen }
        }
      `,
      reportRepayments: graphql`
        mutation ReportRepayments($input: RepaymentsInput!, $idempotencyKey: String!) {
          reportRepayments(input: $input, idempotencyKey: $idempotencyKey) { kept known unpaid }
        }
      `,
      classLoan: graphql`
        mutation ClassLoan($id: ID!, $version: Int!, $input: LoanClassInput!) {
          classLoan(id: $id, version: $version, input: $input) { id version riskClass }
        }
      `,
      restructureLoan: graphql`
        mutation RestructureLoan(
          $id: ID!
          $version: Int!
          $input: RestructureInput!
          $reasonCode: DealReasonCode!
          $reasonText: String
        ) {
          restructureLoan(id: $id, version: $version, input: $input, reasonCode: $reasonCode, reasonText: $reasonText) {
            id version state
          }
        }
      `,
      renewLoan: graphql`
        mutation RenewLoan($id: ID!, $version: Int!, $renewedById: ID!, $reasonCode: DealReasonCode!, $reasonText: String) {
          renewLoan(id: $id, version: $version, renewedById: $renewedById, reasonCode: $reasonCode, reasonText: $reasonText) {
            id version state
          }
        }
      `,
      settleLoan: graphql`
        mutation SettleLoan($id: ID!, $version: Int!) {
          settleLoan(id: $id, version: $version) { id version state }
        }
      `,
      writeOffLoan: graphql`
        mutation WriteOffLoan($id: ID!, $version: Int!, $reasonCode: DealReasonCode!, $reasonText: String) {
          writeOffLoan(id: $id, version: $version, reasonCode: $reasonCode, reasonText: $reasonText) { id version state }
        }
      `,
    },
  },
} satisfies Record<string, ResourceOperations>;
