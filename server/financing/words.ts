import { choiceOf } from '../graphql/choice';
import { applicationStates } from './applications/lifecycle';
import { deadlines } from './applications/queries';
import { reasonCodes } from './applications/reasons';
import { applicationOrigins, channels } from './applications/tables';
import { correctionKinds } from './corrections/items';
import { costMarks } from './cost/costSheet';
import { riskClasses } from './deals/classification';
import { dealStates } from './deals/lifecycle';
import { dealReasonCodes } from './deals/reasons';
import { restructuredMethods } from './deals/restructureLoan';
import { repaymentSources, revisionKinds, transactionSizes } from './deals/tables';
import { demandStates } from './demands/lifecycle';
import { demandRoutes } from './demands/routes';
import { drawdownStates, lineStates } from './lines/lifecycle';
import { lineReasonCodes } from './lines/reasons';
import { drawBlocks } from './lines/standing';
import { offerStates } from './offers/lifecycle';

export const DemandStateWord = choiceOf('DemandState', demandStates);
export const DemandRouteWord = choiceOf(
  'DemandRoute',
  demandRoutes,
  'direct: the firm applies itself; grab: banks take it, first come; dispatch: they are invited; auction: they make offers until a day.',
);
export const ApplicationOriginWord = choiceOf(
  'ApplicationOrigin',
  applicationOrigins,
  'applied: the firm chose the bank; grabbed: the bank took an open demand; invited: it was asked to.',
);
export const ApplicationStateWord = choiceOf('ApplicationState', applicationStates);
export const ApplicationPartyWord = choiceOf('ApplicationParty', ['enterprise', 'institution', 'guarantor', 'platform']);
export const DeadlineWord = choiceOf('Deadline', deadlines, 'overdue: past its day; soon: one working day left at most.');
export const ReasonCodeWord = choiceOf('ReasonCode', reasonCodes);
export const ChannelWord = choiceOf(
  'Channel',
  channels,
  'governmentData: the bank was authorised to read closed classes of government data for it.',
);
export const CorrectionKindWord = choiceOf('CorrectionKind', correctionKinds, 'What a bank may ask a firm to put right.');
export const OfferStateWord = choiceOf('OfferState', offerStates);
export const CostMarkWord = choiceOf('CostMark', costMarks, 'Why a cost counts as zero.');
export const TransactionSizeWord = choiceOf(
  'TransactionSize',
  transactionSizes,
  '工信部联企业〔2011〕300号, on the day of disbursement.',
);
export const RepaymentSourceWord = choiceOf('RepaymentSource', repaymentSources);
export const DealStateWord = choiceOf('DealState', dealStates);
export const DealReasonCodeWord = choiceOf('DealReasonCode', dealReasonCodes);
export const RiskClassWord = choiceOf('RiskClass', riskClasses, 'Five tiers, the best first; the last three are non-performing.');
export const LoanRevisionKindWord = choiceOf('LoanRevisionKind', revisionKinds);
export const RestructuredMethodWord = choiceOf('RestructuredMethod', restructuredMethods);
export const LineStateWord = choiceOf('LineState', lineStates);
export const DrawdownStateWord = choiceOf('DrawdownState', drawdownStates);
export const LineReasonCodeWord = choiceOf('LineReasonCode', lineReasonCodes);
export const DrawBlockWord = choiceOf('DrawBlock', drawBlocks, 'Why nothing can be drawn from a line, the weightiest first.');
