import { choiceOf } from '../../graphql/choice';
import { schemeStates } from './lifecycle';
import { guarantorLimits } from './limits';
import { partyRoles } from './shares';
import { stops } from './stopLoss';
import { poolEntryKinds } from './tables';

export const PartyRoleWord = choiceOf('PartyRole', partyRoles, '政府、企业、银行、交易机构、担保、再担保、保险');
export const SchemeStateWord = choiceOf('SchemeState', schemeStates);
export const StopWord = choiceOf('SchemeStop', stops, 'What stops new business under a scheme.');
export const StopUnitWord = choiceOf('SchemeStopUnit', ['fen', 'bps']);
export const PoolEntryKindWord = choiceOf('PoolEntryKind', poolEntryKinds);
export const GuarantorLimitWord = choiceOf('GuarantorLimit', guarantorLimits, '融资担保公司监督管理条例 15, 16');
