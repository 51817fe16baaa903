import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import type { Draft } from "../domain/bescheid.ts";
import type { BescheidePorts } from "../ports.ts";
import { fixDocument } from "../use-cases/fix-document.ts";
import { insertModule } from "../use-cases/insert-module.ts";
import { readBescheid } from "../use-cases/read-bescheid.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { draftActions, draftFields, type DraftInput } from "./draft-page.ts";
import { showBescheid } from "./show-bescheid.ts";

/** Saves first, whatever else was asked: nothing typed is lost. */
export async function writeDraft(
  request: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const id = request.params["id"] ?? "";
  const action = fields.get(draftFields.action);
  const typed = draftIn(fields);
  const draft =
    action === draftActions.insert
      ? await withModule(request, ports, typed)
      : typed;
  const revision = Number(fields.get(draftFields.revision));
  const saved = await saveDraft(context, { id, revision, draft });
  if (!saved.ok) {
    const problem = problemOf(saved.refusal);
    return problem
      ? showBescheid(request, ports, { draft: { draft, problem } })
      : showError(404);
  }
  if (action !== draftActions.finish)
    return redirect(bescheidPaths.bescheid(id));
  const opened = await readBescheid(context, id, ports);
  if (!opened) return showError(404);
  const made = await fixDocument(
    context,
    { id, revision: opened.bescheid.revision },
    ports,
  );
  if (made.ok) return redirect(bescheidPaths.bescheid(id));
  const problem = problemOf(made.refusal);
  return problem
    ? showBescheid(request, ports, { draft: { draft, problem } })
    : showError(404);
}

function draftIn(fields: URLSearchParams): Draft {
  const part = (name: keyof Draft) => fields.get(draftFields[name]) ?? "";
  return {
    addressee: part("addressee"),
    subject: part("subject"),
    body: part("body"),
    remedy: part("remedy"),
  };
}

async function withModule(
  request: PortalRequest,
  ports: BescheidePorts,
  draft: Draft,
): Promise<Draft> {
  const { context, fields } = request;
  const opened = await readBescheid(context, request.params["id"] ?? "", ports);
  const moduleId = fields.get(draftFields.module) ?? "";
  if (!opened || moduleId === "") return draft;
  const { vorgangId } = opened.bescheid;
  return insertModule(context, { draft, vorgangId, moduleId }, ports);
}

type Refused =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | DraftInput["problem"];

/** Undefined: the caller must not even know that it exists. */
function problemOf(refusal: Refused): DraftInput["problem"] | undefined {
  return refusal.kind === "not-permitted" || refusal.kind === "not-found"
    ? undefined
    : refusal;
}
