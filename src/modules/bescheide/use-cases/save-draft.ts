import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  faultsOfLength,
  normaliseDraft,
  type Draft,
  type DraftFault,
} from "../domain/bescheid.ts";
import { findBescheid } from "../store/bescheid-store.ts";
import {
  changeBescheid,
  type BescheidChange,
  type ChangeRefusal,
} from "./change-bescheid.ts";
import { decryptDraft, encryptDraft, soughtBy } from "./find-bescheid.ts";

export type SaveDraftRefusal =
  | ChangeRefusal
  | { readonly kind: "faults"; readonly faults: readonly DraftFault[] };

/** Keeps what was typed, as far as it is from one's mind to the document. The same again changes nothing, and is not refused. */
export async function saveDraft(
  context: Context,
  input: {
    readonly id: string;
    readonly revision: number;
    readonly draft: Draft;
  },
): Promise<Result<void, SaveDraftRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  const sought = await soughtBy(context, input.id);
  if (!sought) return refuse({ kind: "not-found" });
  const draft = normaliseDraft(input.draft);
  const faults = faultsOfLength(draft);
  if (faults.length > 0) return refuse({ kind: "faults", faults });
  const before = await context.transaction((db) =>
    findBescheid(db, tenantId, sought),
  );
  if (!before) return refuse({ kind: "not-found" });
  const isSame = sameDraft(await decryptDraft(context, before), draft);
  if (before.state === "draft" && isSame) return ok(undefined);
  const encrypted = await encryptDraft(context, input.id, draft);
  const writing: BescheidChange = {
    sought,
    revision: input.revision,
    from: ["draft"],
    change: ({ writerIds }) =>
      Promise.resolve({
        draft: encrypted,
        writer_ids: [...new Set([...writerIds, actor.id])],
        changed_at: now,
        fault: null,
      }),
    action: "bescheid.written",
  };
  const written = await changeBescheid(context, writing);
  return written.ok ? ok(undefined) : written;
}

function sameDraft(one: Draft, other: Draft): boolean {
  const parts = ["addressee", "subject", "body", "remedy"] as const;
  return parts.every((part) => one[part] === other[part]);
}
