import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { namesLegalRemedy } from "../../postfach/index.ts";
import {
  faultsOfDraft,
  type Draft,
  type DraftFault,
} from "../domain/bescheid.ts";
import { lateName, placeholdersIn } from "../domain/placeholders.ts";
import type { BescheidePorts } from "../ports.ts";
import { findBescheid } from "../store/bescheid-store.ts";
import { changeBescheid, type ChangeRefusal } from "./change-bescheid.ts";
import { decryptDraft, soughtBy } from "./find-bescheid.ts";
import { makePdf, storeDocument } from "./make-document.ts";

export type FixDocumentRefusal =
  | ChangeRefusal
  | { readonly kind: "faults"; readonly faults: readonly DraftFault[] }
  | { readonly kind: "open-placeholders"; readonly names: readonly string[] };

/** Makes the document of a draft, which is what is looked at and released. Refuses while anything is missing in it. */
export async function fixDocument(
  context: Context,
  { id, revision }: { readonly id: string; readonly revision: number },
  ports: BescheidePorts,
): Promise<Result<void, FixDocumentRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  const sought = await soughtBy(context, id);
  if (!sought) return refuse({ kind: "not-found" });
  const bescheid = await context.transaction((db) =>
    findBescheid(db, tenantId, sought),
  );
  if (!bescheid) return refuse({ kind: "not-found" });
  if (bescheid.state !== "draft" || bescheid.revision !== revision)
    return refuse({ kind: "changed-meanwhile" });
  const draft = await decryptDraft(context, bescheid);
  const faults = faultsOfDraft(draft, bescheid.outcome, namesLegalRemedy);
  if (faults.length > 0) return refuse({ kind: "faults", faults });
  const names = openPlaceholders(draft);
  if (names.length > 0) return refuse({ kind: "open-placeholders", names });
  const content = await makePdf(
    context,
    { bescheid, draft, isPreview: false },
    ports,
  );
  const { fileId, sha256 } = await storeDocument(context, content, ports);
  const fixed = await changeBescheid(context, {
    sought,
    revision,
    from: ["draft"],
    change: () =>
      Promise.resolve({
        state: "waiting",
        pdf_id: fileId,
        pdf_sha256: sha256,
        fixed_at: now,
        fixed_by: actor.id,
        fault: null,
      }),
    action: "bescheid.document-made",
    details: { sha256 },
  });
  return fixed.ok ? ok(undefined) : fixed;
}

/** What nobody has written yet. */
export function openPlaceholders(draft: Draft): readonly string[] {
  const { addressee, subject, body, remedy } = draft;
  const { names, modules } = placeholdersIn(
    [addressee, subject, body, remedy].join("\n"),
  );
  return [...names.filter((name) => name !== lateName), ...modules];
}
