import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isId } from "../../../platform/values/id.ts";
import type { AuditDetails } from "../domain/details.ts";
import type { AuditEntry, ChainReport } from "../domain/entry.ts";
import type { AuditPorts } from "../ports.ts";
import { checkAuditLog } from "../use-cases/check-audit-log.ts";
import { exportSeals } from "../use-cases/export-seals.ts";
import { readAuditLog } from "../use-cases/read-audit-log.ts";
import { auditPage } from "./audit-page.ts";
import {
  auditCheckPath,
  auditFilterOf,
  auditPath,
  auditSealsPath,
} from "./audit-query.ts";

/** The log of an authority, for its auditors; that of the installation, for the operator. */
export function auditRoutes(ports: AuditPorts): readonly Route[] {
  const common = {
    audience: "staff",
    scope: "any",
    permission: "audit.read",
  } as const;
  return [
    {
      ...common,
      method: "GET",
      path: auditPath,
      handle: (request) => showLog(request, ports, undefined),
    },
    {
      ...common,
      method: "POST",
      path: auditCheckPath,
      handle: async (request) => {
        const checked = await checkAuditLog(request.context, ports.signer);
        return checked.ok
          ? showLog(request, ports, checked.value)
          : showError(403);
      },
    },
    {
      ...common,
      method: "GET",
      path: auditSealsPath,
      handle: async ({ context }) => {
        const seals = await exportSeals(context, ports.signer);
        return seals.ok
          ? {
              kind: "download",
              contentType: "application/json",
              filename: "protokoll-siegel.json",
              disposition: "attachment",
              body: Buffer.from(JSON.stringify(seals.value, null, 2)),
            }
          : showError(403);
      },
    },
  ];
}

async function showLog(
  { context, locale, query }: PortalRequest,
  ports: AuditPorts,
  report: ChainReport | undefined,
): Promise<Reply> {
  const filter = auditFilterOf(query);
  const read = await readAuditLog(context, filter, ports);
  if (!read.ok) return showError(403);
  const staffIds = read.value.entries.flatMap((entry) => [
    ...(entry.actorKind === "staff" ? [entry.actorId] : []),
    ...(entry.subjectKind === "staff" ? [entry.subjectId] : []),
  ]);
  const staff = await ports.listStaff(context);
  const names = await ports.listStaffNames(context, staffIds.filter(isId));
  return auditPage({
    locale,
    filter,
    log: read.value,
    names: new Map([
      ...read.value.references,
      ...(await ports.namesOfAuthorities(authoritiesIn(read.value.entries))),

      ...staff.map(({ id, name }) => [id, name] as const),
      ...names,
    ]),
    staff,
    report,
  });
}

function authoritiesIn(entries: readonly AuditEntry[]): readonly string[] {
  const ids = entries.flatMap(({ details }) =>
    authorityKeys.map((key) => details[key]),
  );
  return [...new Set(ids)].filter((id) => typeof id === "string").filter(isId);
}

/** Details that name another authority. */
const authorityKeys = [
  "askedTenantId",
  "authority",
  "byTenantId",
  "fromTenantId",
  "from",
  "toTenantId",
] as const satisfies readonly (keyof AuditDetails)[];
