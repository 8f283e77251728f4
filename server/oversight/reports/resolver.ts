import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../context';
import { Allow, signedIn, working } from '../../graphql/guard';
import type { Page } from '../../shared/list';
import { listInstitutionReports } from './queries';
import { reportMonth } from './reportMonth';
import type { InstitutionReport } from './tables';
import { InstitutionReportListInput, InstitutionReportPage, InstitutionReportType, ReportMonthInputType } from './types';

@Resolver()
export class InstitutionReportResolver {
  @Allow(['bank'])
  @Query(() => InstitutionReportPage, { description: 'What your bank has reported, newest month first.' })
  institutionReports(
    @Ctx() context: RequestContext,
    @Arg('list', () => InstitutionReportListInput, { defaultValue: {} }) list: InstitutionReportListInput,
  ): Promise<Page<InstitutionReport>> {
    return listInstitutionReports(signedIn(context), list);
  }

  @Allow(['bank'], working)
  @Mutation(() => InstitutionReportType, { description: 'Reports a month of your bank, or corrects what it reported.' })
  reportMonth(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportMonthInputType) input: ReportMonthInputType,
  ): Promise<InstitutionReport> {
    return reportMonth(signedIn(context), input);
  }
}
