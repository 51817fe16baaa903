import { accountCookie } from "../../../shell/web/account-cookie.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  askToWait,
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { accountsTexts } from "../i18n/texts.ts";
import { renderOwnDataPdf } from "../own-data/render-own-data-pdf.ts";
import type { ExportedPart } from "../ports.ts";
import {
  exportAccount,
  type ExportPorts,
} from "../use-cases/export-account.ts";
import { readOverview } from "../use-cases/read-overview.ts";
import { removeOwnAccount } from "../use-cases/remove-account.ts";
import { accountPaths } from "./account-paths.ts";
import {
  deletedPage,
  ownDataPage,
  type OwnDataProps,
} from "./own-data-page.ts";

export type OwnDataPorts = ExportPorts & { readonly pdf: PdfCompiler };

/** Export and deletion of the own account, on all portals. */
export function ownDataRoutes(ports: OwnDataPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest, ports: OwnDataPorts) => Promise<Reply>,
  ): Route => ({
    method,
    path,
    audience: "account",
    scope: "any",
    handle: (request) => handle(request, ports),
  });
  return [
    route("GET", accountPaths.data, (request) => showData(request)),
    route("POST", accountPaths.exported, sendExport),
    route("POST", accountPaths.data, deleteAccount),
    {
      method: "GET",
      path: accountPaths.deleted,
      audience: "guest",
      scope: "any",
      handle: (request) => Promise.resolve(deletedPage(request)),
    },
  ];
}

async function showData(
  request: PortalRequest,
  wrong: Pick<OwnDataProps, "obstacle"> & Partial<OwnDataProps> = {},
): Promise<Reply> {
  const { account, accountContext } = request;
  const overview =
    account && (await readOverview(accountContext, account.accountId));
  if (!overview) return redirect(accountPaths.signIn);
  return ownDataPage(request, {
    hasPassword: overview.hasPassword,
    now: accountContext.now,
    errors: {},
    ...wrong,
  });
}

async function sendExport(
  request: PortalRequest,
  ports: OwnDataPorts,
): Promise<Reply> {
  const { account, accountContext, fields, locale, portal } = request;
  const parts = account
    ? await exportAccount(accountContext, account.accountId, ports)
    : [];
  if (parts.length === 0) return redirect(accountPaths.signIn);
  const isPdf = fields.get("format") === "pdf";
  return {
    kind: "download",
    contentType: isPdf ? "application/pdf" : "application/json; charset=utf-8",
    filename: isPdf ? "servicekonto.pdf" : "servicekonto.json",
    disposition: "attachment",
    body: isPdf
      ? await renderOwnDataPdf(ports.pdf, {
          parts,
          portal,
          locale,
          now: accountContext.now,
        })
      : Buffer.from(JSON.stringify(forMachines(parts), undefined, 2)),
  };
}

function forMachines(parts: readonly ExportedPart[]): unknown {
  return {
    format: "openrathaus-servicekonto",
    version: 1,
    parts: parts.map(({ name, title, data }) => ({ name, title, data })),
  };
}

async function deleteAccount(
  request: PortalRequest,
  { keepers }: OwnDataPorts,
): Promise<Reply> {
  const { account, accountContext, fields, locale } = request;
  if (!account) return redirect(accountPaths.signIn);
  const t = accountsTexts(locale);
  if (fields.get("confirmed") !== "true")
    return showData(request, {
      errors: { confirmed: t("delete.unconfirmed") },
    });
  const removed = await removeOwnAccount(
    accountContext,
    {
      accountId: account.accountId,
      password: fields.get("password") ?? "",
    },
    keepers,
  );
  if (removed.ok)
    return redirect(accountPaths.deleted, [{ name: accountCookie, value: "" }]);
  switch (removed.refusal.kind) {
    case "obstacle":
      return showData(request, { obstacle: removed.refusal.text });
    case "wrong-password":
      return showData(request, {
        errors: { password: t("delete.wrong-password") },
      });
    case "too-many-attempts":
      return askToWait(removed.refusal.retryAfterSeconds);
  }
}
