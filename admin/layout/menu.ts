import type { SvgIconComponent } from '@mui/icons-material';
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AltRouteOutlined from '@mui/icons-material/AltRouteOutlined';
import ApiOutlined from '@mui/icons-material/ApiOutlined';
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import BarChartOutlined from '@mui/icons-material/BarChartOutlined';
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import CreditScoreOutlined from '@mui/icons-material/CreditScoreOutlined';
import CrisisAlertOutlined from '@mui/icons-material/CrisisAlertOutlined';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import FolderSharedOutlined from '@mui/icons-material/FolderSharedOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HealthAndSafetyOutlined from '@mui/icons-material/HealthAndSafetyOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import JoinInnerOutlined from '@mui/icons-material/JoinInnerOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined';
import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PercentOutlined from '@mui/icons-material/PercentOutlined';
import PieChartOutlined from '@mui/icons-material/PieChartOutlined';
import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import SavingsOutlined from '@mui/icons-material/SavingsOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import VolunteerActivismOutlined from '@mui/icons-material/VolunteerActivismOutlined';
import { isUnconfirmed, type Me } from '../authProvider';

export type MenuEntry = {
  readonly to: string;
  /** Key under `rongqiao.home.menu`. */
  readonly word: string;
  readonly Icon: SvgIconComponent;
  readonly kinds: readonly string[] | 'all';
  readonly roles?: readonly string[];
  /** Open to users who still wait to be confirmed. */
  readonly isOpen?: boolean;
};

/** What each kind of organisation works with, in the order of its day. The menu and the home page are drawn from this. */
const entries: readonly MenuEntry[] = [
  { to: '/', word: 'home', Icon: HomeOutlined, kinds: 'all', isOpen: true },
  { to: '/messages', word: 'messages', Icon: MailOutlined, kinds: 'all' },
  { to: '/matches', word: 'matches', Icon: ManageSearchOutlined, kinds: ['enterprise'] },
  { to: '/demands', word: 'demands', Icon: PaymentsOutlined, kinds: ['enterprise'] },
  { to: '/applications', word: 'myApplications', Icon: AssignmentOutlined, kinds: ['enterprise'] },
  { to: '/market', word: 'market', Icon: CampaignOutlined, kinds: ['bank'] },
  { to: '/applications', word: 'applications', Icon: AssignmentOutlined, kinds: ['bank'] },
  { to: '/whiteLists', word: 'whiteLists', Icon: PlaylistAddCheckOutlined, kinds: ['department', 'bank', 'enterprise'] },
  { to: '/transactions', word: 'transactions', Icon: HandshakeOutlined, kinds: ['enterprise', 'bank'] },
  { to: '/creditLines', word: 'creditLines', Icon: CreditScoreOutlined, kinds: ['enterprise', 'bank'] },
  { to: '/feedback', word: 'feedback', Icon: ChecklistOutlined, kinds: ['bank'], roles: ['administrator', 'officer'] },
  {
    to: '/guarantees',
    word: 'guarantees',
    Icon: ShieldOutlined,
    kinds: ['guarantor', 'insurer', 'bank', 'department', 'regulator'],
  },
  { to: '/schemes', word: 'schemes', Icon: PieChartOutlined, kinds: 'all' },
  { to: '/pools', word: 'pools', Icon: SavingsOutlined, kinds: ['operator', 'department', 'regulator'] },
  { to: '/verdictReviews', word: 'verdictReviews', Icon: HowToRegOutlined, kinds: ['enterprise', 'bank'] },
  { to: '/supportPolicies', word: 'supportPolicies', Icon: VolunteerActivismOutlined, kinds: 'all' },
  { to: '/warnings', word: 'warnings', Icon: CrisisAlertOutlined, kinds: ['bank'] },
  { to: '/creditFile', word: 'creditFile', Icon: FolderSharedOutlined, kinds: ['enterprise'] },
  { to: '/statement', word: 'statement', Icon: EditNoteOutlined, kinds: ['enterprise'], roles: ['administrator', 'officer'] },
  { to: '/consents', word: 'consents', Icon: VerifiedUserOutlined, kinds: ['enterprise'] },
  { to: '/signingLimits', word: 'signingLimits', Icon: DrawOutlined, kinds: ['enterprise'] },
  { to: '/accessLog', word: 'accessLog', Icon: HistoryOutlined, kinds: ['enterprise'] },
  { to: '/objections', word: 'objections', Icon: GavelOutlined, kinds: ['enterprise', 'operator', 'department'] },
  { to: '/statistics', word: 'statistics', Icon: BarChartOutlined, kinds: ['regulator', 'operator'] },
  { to: '/dispatch', word: 'dispatch', Icon: AltRouteOutlined, kinds: ['operator', 'department'] },
  { to: '/escalations', word: 'escalations', Icon: NotificationImportantOutlined, kinds: ['operator'] },
  { to: '/review', word: 'review', Icon: TaskAltOutlined, kinds: ['operator'] },
  { to: '/matchRuns', word: 'matchRuns', Icon: JoinInnerOutlined, kinds: ['operator'] },
  { to: '/deliveries', word: 'deliveries', Icon: OutboxOutlined, kinds: ['operator'], roles: ['administrator', 'auditor'] },
  { to: '/scheduledWork', word: 'scheduledWork', Icon: ScheduleOutlined, kinds: ['operator'] },
  { to: '/products', word: 'products', Icon: StorefrontOutlined, kinds: 'all', isOpen: true },
  { to: '/enterprises', word: 'enterprises', Icon: BusinessOutlined, kinds: ['operator', 'bank'] },
  { to: '/organisations', word: 'organisations', Icon: AccountBalanceOutlined, kinds: ['operator'] },
  { to: '/imports', word: 'imports', Icon: UploadFileOutlined, kinds: ['operator', 'department', 'bank'] },
  { to: '/institutionReports', word: 'institutionReports', Icon: EventNoteOutlined, kinds: ['bank'] },
  { to: '/insuranceContracts', word: 'insuranceContracts', Icon: HealthAndSafetyOutlined, kinds: ['insurer'] },
  { to: '/institutionApi', word: 'institutionApi', Icon: ApiOutlined, kinds: ['bank', 'operator'] },
  { to: '/dataClasses', word: 'dataClasses', Icon: CategoryOutlined, kinds: 'all' },
  { to: '/lprQuotes', word: 'lprQuotes', Icon: PercentOutlined, kinds: ['bank', 'operator', 'regulator'] },
  { to: '/calendar', word: 'calendar', Icon: CalendarMonthOutlined, kinds: ['enterprise', 'bank', 'operator'] },
  { to: '/users', word: 'users', Icon: GroupOutlined, kinds: 'all', roles: ['administrator'] },
  { to: '/auditEntries', word: 'auditEntries', Icon: FactCheckOutlined, kinds: 'all', roles: ['administrator', 'auditor'] },
];

/** The entries that `me` may use. */
export const menuOf = (me: Me): readonly MenuEntry[] =>
  entries.filter(
    ({ kinds, roles, isOpen }) =>
      (isOpen || !isUnconfirmed(me)) &&
      (kinds === 'all' || kinds.includes(me.organisation.kind)) &&
      (!roles || roles.includes(me.role)),
  );
