import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Signer } from "../../../platform/crypto/signing-key.ts";
import { isId } from "../../../platform/values/id.ts";
import type { ChainReport } from "../domain/entry.ts";
import { checkAuditLog } from "../use-cases/check-audit-log.ts";
import {
  readAuditLog,
  type AuditLogFilter,
} from "../use-cases/read-audit-log.ts";
import { exportSeals } from "../use-cases/export-seals.ts";
import {
  auditCheckPath,
  auditPage,
  auditPath,
  auditSealsPath,
} from "./audit-page.ts";

export type AuditPorts = {
  /** Names of members of staff by id; ids of nobody are left out. */
  readonly listStaffNames: (
    context: Context,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Signs the end of each day. */
  readonly signer: Signer;
};

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
  { listStaffNames }: AuditPorts,
  report: ChainReport | undefined,
): Promise<Reply> {
  const filter = filterOf(query);
  const read = await readAuditLog(context, filter);
  if (!read.ok) return showError(403);
  const staffIds = read.value.entries.flatMap((entry) => [
    ...(entry.actorKind === "staff" ? [entry.actorId] : []),
    ...(entry.subjectKind === "staff" ? [entry.subjectId] : []),
  ]);
  return auditPage({
    locale,
    filter,
    log: read.value,
    names: await listStaffNames(context, staffIds.filter(isId)),
    report,
  });
}

function filterOf(query: URLSearchParams): AuditLogFilter {
  const before = Number(query.get("vor"));
  return {
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    actorId: query.get("wer") ?? undefined,
    subjectId: query.get("woran") ?? undefined,
  };
}
