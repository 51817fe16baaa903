import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isId } from "../../../platform/values/id.ts";
import type { RetentionPorts } from "../ports.ts";
import { readProof, searchProofs } from "../use-cases/read-proofs.ts";
import { proofPage, proofsPage, referenceField } from "./proof-pages.ts";
import { retentionPaths } from "./retention-paths.ts";

type Ports = Pick<RetentionPorts, "referenceOf">;

/** Proofs of deletion, for auditors. */
export function proofRoutes(ports: Ports): readonly Route[] {
  const common = { audience: "staff", permission: "audit.read" } as const;
  return [
    {
      ...common,
      method: "GET",
      path: retentionPaths.proofs,
      handle: (request) => showProofs(request, ports),
    },
    {
      ...common,
      method: "GET",
      path: retentionPaths.proof(":id"),
      handle: showProof,
    },
  ];
}

async function showProofs(
  { context, locale, query }: PortalRequest,
  { referenceOf }: Ports,
): Promise<Reply> {
  const typed = (query.get(referenceField) ?? "").trim();
  const found = await searchProofs(context, {
    reference: typed === "" ? undefined : referenceOf(typed),
    before: placeOf(query.get("vor") ?? ""),
  });
  return found.ok
    ? proofsPage({ locale, typed, found: found.value })
    : showError(404);
}

function placeOf(text: string) {
  const [, time = "", id = ""] = /^(\d{1,15})_([\w-]{36})$/.exec(text) ?? [];
  return isId(id) ? { deletedAt: new Date(Number(time)), id } : undefined;
}

async function showProof({
  context,
  locale,
  params,
}: PortalRequest): Promise<Reply> {
  const read = await readProof(context, params["id"] ?? "");
  return read.ok ? proofPage(read.value, locale) : showError(404);
}
