import { auditAnswerSchema, auditQuerySchema, type AuditAnswer } from '@spaces-kaltura/client/exchange';
import type { Endpoint } from '../../http/Endpoint.ts';
import { readQuery } from '../../http/readQuery.ts';
import type { AuditPage } from '../../storage/listAudit.ts';

export interface AuditRouteOptions {
  audit: (hub: string, page: AuditPage) => Promise<AuditAnswer>;
}

/** `GET /v1/admin/audit?before=<id>&limit=<1…100>`: what was changed in the hub, by whom and when; the newest first. */
export const auditRoute = ({ audit }: AuditRouteOptions): Endpoint => ({
  method: 'GET',
  path: '/v1/admin/audit',
  summary: "The changes of the hub's connection, the newest first",
  query: auditQuerySchema,
  answers: { 200: auditAnswerSchema },
  errors: [],
  roles: ['hub_admin'],
  async run(request, { hub }) {
    const { before, limit = '50' } = readQuery(request, auditQuerySchema);
    return { status: 200, body: await audit(hub, { before, limit: Number(limit) }) };
  },
});
