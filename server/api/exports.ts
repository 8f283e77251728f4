import type { FastifyInstance, FastifyReply } from 'fastify';
import { comparisonSheet } from '../financing/costSheets/comparisonSheet';
import { offerSheet } from '../financing/costSheets/offerSheet';
import { pricedOfferById, pricedOffersOfDemand } from '../financing/costSheets/pricedOffers';
import { admit, signedIn } from '../graphql/guard';
import { mayReadMeasures } from '../oversight/access';
import { csvOf } from '../oversight/exports/csv';
import { sheetOf } from '../oversight/exports/sheet';
import { workbookOf } from '../oversight/exports/workbook';
import { type MeasureQuestion, measureTable } from '../oversight/measures/measureTable';
import { printed } from '../printing/print';
import { requestContext, type Surroundings } from './requestContext';

const contentTypes = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Files for people to keep, in Chinese, or in English when Accept-Language asks for it.
 *
 * `GET /export/measure.csv` and `.xlsx?name=…&groupBy=month,bank&from=2021-01&to=2021-11`: a measure as a file, for those
 * who may read it and with the same cells hidden.
 *
 * `GET /export/cost-sheet.pdf?offer=…`: the financing-cost sheet of one offer on one page, for the firm and the bank that made
 * it. `?demand=…`: the offers that stand for a demand side by side on one page, for the firm.
 */
export function serveExports(app: FastifyInstance, surroundings: Surroundings): void {
  for (const kind of ['csv', 'xlsx'] as const)
    app.get(`/export/measure.${kind}`, async (request, reply) => {
      const context = await requestContext(surroundings, request, reply);
      admit({ kinds: mayReadMeasures }, context);
      const table = await measureTable(context, questionOf(request.query));
      const sheet = sheetOf(table, context.locale);
      headers(reply, kind, `${table.measure.name}-${table.period.from}-${table.period.to}`);
      return reply.send(kind === 'csv' ? csvOf(sheet) : Buffer.from(await workbookOf(sheet, context.locale)));
    });

  app.get('/export/cost-sheet.pdf', async (request, reply) => {
    const context = await requestContext(surroundings, request, reply);
    const reader = signedIn(context);
    const { offer, demand } = wantedSheet(request.query);
    admit({ kinds: demand ? ['enterprise'] : ['enterprise', 'bank'] }, context);
    const pages = demand
      ? comparisonSheet(await pricedOffersOfDemand(reader, demand), reader, context.locale)
      : offerSheet(await pricedOfferById(reader, offer), reader, context.locale);
    const file = await printed(pages, context.now);
    headers(reply, 'pdf', `cost-sheet-${(demand || offer).slice(-8)}`);
    return reply.send(Buffer.from(file));
  });
}

const headers = (reply: FastifyReply, kind: keyof typeof contentTypes, name: string): FastifyReply =>
  reply
    .type(contentTypes[kind])
    .header('content-disposition', `attachment; filename="${name}.${kind}"`)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language');

/** One of the two; an empty id is of no record. */
function wantedSheet(query: unknown): { readonly offer: string; readonly demand: string } {
  const { offer, demand } = query as Readonly<Record<string, unknown>>;
  return { offer: typeof offer === 'string' ? offer : '', demand: typeof demand === 'string' ? demand : '' };
}

/** The question in a query string; what it cannot be, `measureTable` refuses by name. */
function questionOf(query: unknown): MeasureQuestion {
  const given = query as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof given[name] === 'string' && given[name] !== '' ? given[name] : null);
  return {
    name: text('name') ?? '',
    groupBy: text('groupBy')?.split(',') ?? [],
    from: text('from'),
    to: text('to'),
  };
}
