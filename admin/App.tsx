import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from './authProvider';
import { dataProvider } from './dataProvider';
import { HomePage } from './home/HomePage';
import { i18nProvider } from './i18n';
import { RegisterPage } from './identity/RegisterPage';
import { SignInPage } from './identity/SignInPage';
import { Layout } from './layout/Layout';
import { page } from './layout/page';
import { theme } from './theme';

const OrganisationList = page(() => import('./identity/OrganisationList'), 'OrganisationList');
const OrganisationCreate = page(() => import('./identity/OrganisationCreate'), 'OrganisationCreate');
const UserList = page(() => import('./identity/UserList'), 'UserList');
const UserCreate = page(() => import('./identity/UserCreate'), 'UserCreate');
const AuditEntryList = page(() => import('./identity/AuditEntryList'), 'AuditEntryList');
const PasswordPage = page(() => import('./identity/PasswordPage'), 'PasswordPage');
const ProductList = page(() => import('./products/ProductList'), 'ProductList');
const ProductShow = page(() => import('./products/ProductShow'), 'ProductShow');
const ProductCreate = page(() => import('./products/ProductCreate'), 'ProductCreate');
const ProductEdit = page(() => import('./products/ProductEdit'), 'ProductEdit');
const ReviewQueue = page(() => import('./products/ReviewQueue'), 'ReviewQueue');
const LprQuoteList = page(() => import('./products/LprQuoteList'), 'LprQuoteList');
const EnterpriseList = page(() => import('./enterprises/EnterpriseList'), 'EnterpriseList');
const EnterpriseShow = page(() => import('./enterprises/EnterpriseShow'), 'EnterpriseShow');
const DataClassPage = page(() => import('./enterprises/DataClassPage'), 'DataClassPage');
const CreditFilePage = page(() => import('./enterprises/CreditFilePage'), 'CreditFilePage');
const StatementPage = page(() => import('./enterprises/statement/StatementPage'), 'StatementPage');
const ConsentPage = page(() => import('./enterprises/ConsentPage'), 'ConsentPage');
const AccessLogPage = page(() => import('./enterprises/accessLog/AccessLogPage'), 'AccessLogPage');
const MassReadPage = page(() => import('./enterprises/accessLog/MassReadPage'), 'MassReadPage');
const ObjectionPage = page(() => import('./objections/ObjectionPage'), 'ObjectionPage');
const ImportPage = page(() => import('./imports/ImportPage'), 'ImportPage');
const ImportBatchPage = page(() => import('./imports/ImportBatchPage'), 'ImportBatchPage');
const InstitutionReportList = page(() => import('./oversight/reports/InstitutionReportList'), 'InstitutionReportList');
const InsuranceContractList = page(() => import('./oversight/insurance/InsuranceContractList'), 'InsuranceContractList');
const StatisticsPage = page(() => import('./oversight/StatisticsPage'), 'StatisticsPage');
const DemandList = page(() => import('./financing/demands/DemandList'), 'DemandList');
const DemandCreate = page(() => import('./financing/demands/DemandCreate'), 'DemandCreate');
const DemandShow = page(() => import('./financing/demands/DemandShow'), 'DemandShow');
const ApplyPage = page(() => import('./financing/apply/ApplyPage'), 'ApplyPage');
const ApplicationList = page(() => import('./financing/applications/ApplicationList'), 'ApplicationList');
const ApplicationShow = page(() => import('./financing/applications/ApplicationShow'), 'ApplicationShow');
const OfferPage = page(() => import('./financing/offers/OfferPage'), 'OfferPage');
const MarketPage = page(() => import('./financing/market/MarketPage'), 'MarketPage');
const DispatchListPage = page(() => import('./financing/market/DispatchListPage'), 'DispatchListPage');
const DispatchPage = page(() => import('./financing/market/DispatchPage'), 'DispatchPage');
const WhiteListPage = page(() => import('./financing/whiteLists/WhiteListPage'), 'WhiteListPage');
const WhiteListCreate = page(() => import('./financing/whiteLists/WhiteListCreate'), 'WhiteListCreate');
const WhiteListShow = page(() => import('./financing/whiteLists/WhiteListShow'), 'WhiteListShow');
const ReviewPage = page(() => import('./verdictReviews/ReviewPage'), 'ReviewPage');
const PolicyPage = page(() => import('./policies/PolicyPage'), 'PolicyPage');
const TransactionList = page(() => import('./financing/deals/TransactionList'), 'TransactionList');
const TransactionShow = page(() => import('./financing/deals/TransactionShow'), 'TransactionShow');
const FeedbackPage = page(() => import('./financing/feedback/FeedbackPage'), 'FeedbackPage');
const SchemeListPage = page(() => import('./guarantees/schemes/SchemeListPage'), 'SchemeListPage');
const SchemeShowPage = page(() => import('./guarantees/schemes/SchemeShowPage'), 'SchemeShowPage');
const SchemeFormPage = page(() => import('./guarantees/schemes/SchemeFormPage'), 'SchemeFormPage');
const PoolPage = page(() => import('./guarantees/pools/PoolPage'), 'PoolPage');
const GuaranteeListPage = page(() => import('./guarantees/queue/GuaranteeListPage'), 'GuaranteeListPage');
const GuaranteeShowPage = page(() => import('./guarantees/queue/GuaranteeShowPage'), 'GuaranteeShowPage');
const LinePage = page(() => import('./financing/lines/LinePage'), 'LinePage');
const InstitutionApiPage = page(() => import('./institutionApi/InstitutionApiPage'), 'InstitutionApiPage');
const SigningLimitPage = page(() => import('./financing/signingLimits/SigningLimitPage'), 'SigningLimitPage');
const EscalationPage = page(() => import('./financing/escalations/EscalationPage'), 'EscalationPage');
const WarningPage = page(() => import('./financing/warnings/WarningPage'), 'WarningPage');
const MatchRunListPage = page(() => import('./matchRuns/MatchRunListPage'), 'MatchRunListPage');
const MatchRunPage = page(() => import('./matchRuns/MatchRunPage'), 'MatchRunPage');
const NotificationPage = page(() => import('./messages/notifications/NotificationPage'), 'NotificationPage');
const DeliveryPage = page(() => import('./messages/notifications/DeliveryPage'), 'DeliveryPage');
const ScheduledWorkPage = page(() => import('./scheduledWork/ScheduledWorkPage'), 'ScheduledWorkPage');
const CalendarPage = page(() => import('./calendar/CalendarPage'), 'CalendarPage');
const MessagePage = page(() => import('./messages/MessagePage'), 'MessagePage');
const MatchPage = page(() => import('./matches/MatchPage'), 'MatchPage');
const MatchDetailPage = page(() => import('./matches/MatchDetailPage'), 'MatchDetailPage');

export const App = () => (
  <Admin
    title="融桥 Rongqiao"
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    theme={theme}
    darkTheme={null}
    layout={Layout}
    loginPage={SignInPage}
    dashboard={HomePage}
    requireAuth
    disableTelemetry
  >
    <Resource
      name="products"
      list={ProductList}
      show={ProductShow}
      create={ProductCreate}
      edit={ProductEdit}
      recordRepresentation="name"
    />
    <Resource name="lprQuotes" list={LprQuoteList} />
    <Resource name="enterprises" list={EnterpriseList} show={EnterpriseShow} recordRepresentation="name" />
    <Resource name="organisations" list={OrganisationList} create={OrganisationCreate} recordRepresentation="name" />
    <Resource name="users" list={UserList} create={UserCreate} recordRepresentation="name" />
    <Resource name="institutionReports" list={InstitutionReportList} />
    <Resource name="insuranceContracts" list={InsuranceContractList} />
    <Resource name="auditEntries" list={AuditEntryList} />
    <Resource name="demands" list={DemandList} create={DemandCreate} show={DemandShow} />
    <Resource name="applications" list={ApplicationList} show={ApplicationShow}>
      <Route path=":id/offer" element={<OfferPage />} />
    </Resource>
    <Resource name="transactions" list={TransactionList} show={TransactionShow} />
    <CustomRoutes>
      <Route path="/matches" element={<MatchPage />} />
      <Route path="/matches/:productId" element={<MatchDetailPage />} />
      <Route path="/apply/:productId" element={<ApplyPage />} />
      <Route path="/market" element={<MarketPage />} />
      <Route path="/dispatch" element={<DispatchListPage />} />
      <Route path="/dispatch/:id" element={<DispatchPage />} />
      <Route path="/creditLines" element={<LinePage />} />
      <Route path="/feedback" element={<FeedbackPage />} />
      <Route path="/schemes" element={<SchemeListPage />} />
      <Route path="/schemes/create" element={<SchemeFormPage />} />
      <Route path="/schemes/:id/show" element={<SchemeShowPage />} />
      <Route path="/schemes/:id/revise" element={<SchemeFormPage />} />
      <Route path="/pools" element={<PoolPage />} />
      <Route path="/guarantees" element={<GuaranteeListPage />} />
      <Route path="/guarantees/:id/show" element={<GuaranteeShowPage />} />
      <Route path="/verdictReviews" element={<ReviewPage />} />
      <Route path="/supportPolicies" element={<PolicyPage />} />
      <Route path="/whiteLists" element={<WhiteListPage />} />
      <Route path="/whiteLists/create" element={<WhiteListCreate />} />
      <Route path="/whiteLists/:id" element={<WhiteListShow />} />
      <Route path="/matchRuns" element={<MatchRunListPage />} />
      <Route path="/matchRuns/:id" element={<MatchRunPage />} />
      <Route path="/scheduledWork" element={<ScheduledWorkPage />} />
      <Route path="/calendar" element={<CalendarPage />} />
      <Route path="/messages" element={<MessagePage />} />
      <Route path="/notifications" element={<NotificationPage />} />
      <Route path="/deliveries" element={<DeliveryPage />} />
      <Route path="/creditFile" element={<CreditFilePage />} />
      <Route path="/statement" element={<StatementPage />} />
      <Route path="/consents" element={<ConsentPage />} />
      <Route path="/institutionApi" element={<InstitutionApiPage />} />
      <Route path="/signingLimits" element={<SigningLimitPage />} />
      <Route path="/escalations" element={<EscalationPage />} />
      <Route path="/warnings" element={<WarningPage />} />
      <Route path="/objections" element={<ObjectionPage />} />
      <Route path="/accessLog" element={<AccessLogPage />} />
      <Route path="/accessLog/massReads" element={<MassReadPage />} />
      <Route path="/review" element={<ReviewQueue />} />
      <Route path="/imports" element={<ImportPage />} />
      <Route path="/imports/:id" element={<ImportBatchPage />} />
      <Route path="/statistics" element={<StatisticsPage />} />
      <Route path="/dataClasses" element={<DataClassPage />} />
      <Route path="/password" element={<PasswordPage />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/register" element={<RegisterPage />} />
    </CustomRoutes>
  </Admin>
);
