import { accountCookie } from "../../../shell/web/account-cookie.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { ownDataArchive } from "../own-data/own-data-archive.ts";
import { renderOwnDataPdf } from "../own-data/render-own-data-pdf.ts";
import type { ExportedPart } from "../ports.ts";
import {
  exportAccount,
  type ExportPorts,
} from "../use-cases/export-account.ts";
import { proveOwner } from "../use-cases/prove-owner.ts";
import { findObstacle, removeOwnAccount } from "../use-cases/remove-account.ts";
import { accountPaths } from "./account-paths.ts";
import {
  deletedPage,
  deletionProofPage,
  exportProofPage,
  ownDataPage,
  type ExportFormat,
  type OwnDataProps,
} from "./own-data-page.ts";
import {
  askProof,
  hasProof,
  proofError,
  proofOf,
  type ProofPorts,
} from "./proof-form.ts";

export type OwnDataPorts = ExportPorts &
  ProofPorts & { readonly pdf: PdfCompiler };

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
    route("GET", accountPaths.data, goOn),
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

/** The page, or what somebody had begun before they went to their provider to prove who they are. */
async function goOn(
  request: PortalRequest,
  ports: OwnDataPorts,
): Promise<Reply> {
  const { query } = request;
  const begun = query.has("format")
    ? { page: exportProofPage, path: exportBegun(query) }
    : query.has("loeschen")
      ? { page: deletionProofPage, path: deletionBegun }
      : undefined;
  const proof = begun && (await askProof(request, ports, begun.path));
  return begun && proof
    ? begun.page(request, { proof, format: formatOf(query) })
    : showData(request);
}

const deletionBegun = `${accountPaths.data}?loeschen=1`;

function formatOf(sent: {
  readonly get: (name: string) => string | null | undefined;
}): ExportFormat {
  return sent.get("format") === "pdf" ? "pdf" : "json";
}

function exportBegun(sent: Parameters<typeof formatOf>[0]): string {
  return `${accountPaths.data}?format=${formatOf(sent)}`;
}

function showData(
  request: PortalRequest,
  wrong: Partial<Pick<OwnDataProps, "obstacle" | "error">> = {},
): Reply {
  const { account, accountContext } = request;
  return account
    ? ownDataPage(request, { now: accountContext.now, ...wrong })
    : redirect(accountPaths.signIn);
}

/** Everything that is stored goes to who has just shown to be the owner, not to who found the page open. */
async function sendExport(
  request: PortalRequest,
  ports: OwnDataPorts,
): Promise<Reply> {
  const { account, accountContext, fields } = request;
  const format = formatOf(fields);
  const begun = exportBegun(fields);
  const proof = account && (await askProof(request, ports, begun));
  if (!proof) return redirect(accountPaths.signIn);
  if (!proof.isFresh && !hasProof(request))
    return exportProofPage(request, { proof, format });
  const proven = await proveOwner(accountContext, proofOf(request));
  if (!proven.ok)
    return exportProofPage(request, {
      proof,
      format,
      error: proofError(request, proven.refusal),
    });
  return download(request, ports, account.accountId);
}

async function download(
  { accountContext, fields, locale, portal }: PortalRequest,
  ports: OwnDataPorts,
  accountId: string,
): Promise<Reply> {
  const parts = await exportAccount(accountContext, accountId, ports);
  if (parts.length === 0) return redirect(accountPaths.signIn);
  const { now } = accountContext;
  const isPdf = formatOf(fields) === "pdf";
  const filename = isPdf ? "servicekonto.pdf" : "servicekonto.json";
  const body = isPdf
    ? await renderOwnDataPdf(ports.pdf, { parts, portal, locale, now })
    : Buffer.from(JSON.stringify(forMachines(parts), undefined, 2));
  const hasFiles = parts.some(({ files = [] }) => files.length > 0);
  if (hasFiles)
    return {
      kind: "download",
      contentType: "application/zip",
      filename: "servicekonto.zip",
      disposition: "attachment",
      body: ownDataArchive({ filename, body, now }, parts),
    };
  return {
    kind: "download",
    contentType: isPdf ? "application/pdf" : "application/json; charset=utf-8",
    filename,
    disposition: "attachment",
    body,
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
  ports: OwnDataPorts,
): Promise<Reply> {
  const { account, accountContext, fields } = request;
  const proof = account && (await askProof(request, ports, deletionBegun));
  if (!proof) return redirect(accountPaths.signIn);
  if (fields.get("confirmed") !== "true")
    return showData(request, { error: "unconfirmed" });
  if (!proof.isFresh && !hasProof(request)) {
    // Nobody proves anything for something that cannot be done.
    const { accountId } = account;
    const { keepers } = ports;
    const text = await accountContext.transaction((db) =>
      findObstacle(accountContext, db, { accountId, keepers }),
    );
    return text === undefined
      ? deletionProofPage(request, { proof })
      : showData(request, { obstacle: text });
  }
  const removed = await removeOwnAccount(
    accountContext,
    proofOf(request),
    ports.keepers,
  );
  if (removed.ok)
    return redirect(accountPaths.deleted, [{ name: accountCookie, value: "" }]);
  return removed.refusal.kind === "obstacle"
    ? showData(request, { obstacle: removed.refusal.text })
    : deletionProofPage(request, {
        proof,
        error: proofError(request, removed.refusal),
      });
}
