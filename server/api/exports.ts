import type { FastifyInstance } from 'fastify';
import { admit } from '../graphql/guard';
import { mayReadMeasures } from '../oversight/access';
import { csvOf } from '../oversight/exports/csv';
import { sheetOf } from '../oversight/exports/sheet';
import { workbookOf } from '../oversight/exports/workbook';
import { type MeasureQuestion, measureTable } from '../oversight/measures/measureTable';
import { requestContext, type Surroundings } from './requestContext';

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * `GET /export/measure.csv` and `.xlsx?name=…&groupBy=month,bank&from=2021-01&to=2021-11`: a measure as a file, for those
 * who may read it and with the same cells hidden. In Chinese, or in English when Accept-Language asks for it.
 */
export function serveExports(app: FastifyInstance, surroundings: Surroundings): void {
  for (const kind of ['csv', 'xlsx'] as const)
    app.get(`/export/measure.${kind}`, async (request, reply) => {
      const context = await requestContext(surroundings, request, reply);
      admit({ kinds: mayReadMeasures }, context);
      const table = await measureTable(context, questionOf(request.query));
      const sheet = sheetOf(table, context.locale);
      const fileName = `${table.measure.name}-${table.period.from}-${table.period.to}.${kind}`;
      reply
        .type(contentTypes[kind])
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('cache-control', 'no-store')
        .header('vary', 'accept-language');
      return reply.send(kind === 'csv' ? csvOf(sheet) : Buffer.from(await workbookOf(sheet, context.locale)));
    });
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
