import type { Actor, Context } from "../../../platform/context/context.ts";
import { landOfAuthority } from "../../../platform/calendar/land.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { SealRefusal } from "../../../platform/seal/sealer.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { namesLegalRemedy, provideMessage } from "../../postfach/index.ts";
import type { Portal } from "../../tenants/index.ts";
import {
  decideVorgang,
  type DecideVorgangRefusal,
} from "../../vorgaenge/index.ts";
import type { Draft } from "../domain/bescheid.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { BescheidePorts } from "../ports.ts";
import {
  findBescheid,
  findBescheidForUpdate,
  updateBescheid,
  type StoredBescheid,
} from "../store/bescheid-store.ts";
import { decryptDraft } from "./find-bescheid.ts";
import {
  loadDocument,
  storeDocument,
  type StoredDocument,
} from "./make-document.ts";

/** `seal-…` is tried again; the others lead back to whoever releases. */
export type ReleaseFault =
  | "seal-unavailable"
  | "seal-refused"
  | Exclude<DecideVorgangRefusal["kind"], "not-found">;

export type FinishReleaseRefusal =
  | { readonly kind: "not-found" }
  | (SealRefusal & { readonly fault: ReleaseFault })
  | { readonly kind: "not-decided"; readonly fault: ReleaseFault };

/**
 * Seals a released document and provides it: the Bescheid, the event `decided`, the message in the Postfach and the audit entries are one
 * transaction. May be asked any number of times, by page and job at once: it happens once, in the name of whoever released it.
 */
export async function finishRelease(
  context: Context,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
  ports: BescheidePorts,
): Promise<Result<void, FinishReleaseRefusal>> {
  const bescheid = await context.transaction((db) =>
    findBescheid(db, context.tenantId, { id, hiddenSlugs: [] }),
  );
  if (!bescheid) return refuse({ kind: "not-found" });
  const { approval, fixed } = bescheid;
  if (bescheid.state !== "approved" || !approval || !fixed)
    return ok(undefined);
  const portal = await ports.portalOf(context.tenantId);
  if (!portal) return refuse({ kind: "not-found" });
  const content = await loadDocument(
    context,
    { fileId: fixed.pdfId, sha256: fixed.sha256 },
    ports,
  );
  const sealed = await seal(context, { content, portal, signal }, ports);
  if (!sealed.ok) {
    const fault = `seal-${sealed.refusal.kind}` as const;
    await noteFault(context, bescheid, { fault });
    return refuse({ ...sealed.refusal, fault });
  }
  const stored = await storeDocument(context, sealed.value.pdf, ports);
  const provided: Provided = {
    stored,
    seal: sealed.value.seal,
    draft: await decryptDraft(context, bescheid),
    portal,
  };
  return provide(inNameOf(context, approval.by), { bescheid, provided }, ports);
}

/** Who released it; the job only carries it out. */
function inNameOf(context: Context, staffId: string): Context {
  const actor: Actor = { kind: "staff", id: staffId, may: () => false };
  return { ...context, actor };
}

type Sealed = {
  readonly pdf: Buffer;
  readonly seal:
    | { readonly level: "B-B" | "B-T"; readonly by: string }
    | undefined;
};

async function seal(
  { now }: Context,
  {
    content,
    portal,
    signal,
  }: {
    readonly content: Buffer;
    readonly portal: Portal;
    readonly signal: AbortSignal;
  },
  { sealer }: BescheidePorts,
): Promise<Result<Sealed, SealRefusal>> {
  if (!sealer) return ok({ pdf: content, seal: undefined });
  const t = bescheideTexts("de");
  const sealed = await sealer.seal({
    pdf: content,
    at: now,
    reason: t("pdf.seal.reason", { authority: portal.name }),
    signal,
  });
  if (!sealed.ok) return sealed;
  const { pdf, level, sealedBy } = sealed.value;
  return ok({ pdf, seal: { level, by: sealedBy } });
}

type Provided = {
  readonly stored: StoredDocument;
  readonly seal: Sealed["seal"];
  readonly draft: Draft;
  readonly portal: Portal;
};

async function provide(
  context: Context,
  { bescheid, provided }: { bescheid: StoredBescheid; provided: Provided },
  ports: BescheidePorts,
): Promise<Result<void, FinishReleaseRefusal>> {
  const { tenantId } = context;
  const { id, vorgangId, outcome, approval } = bescheid;
  const released = await context.transaction(async (db) => {
    const current = await findBescheidForUpdate(db, tenantId, {
      id,
      hiddenSlugs: [],
    });
    // Somebody else was faster with the same, or took it back.
    if (!isSameRelease(current, bescheid)) return ok(undefined);
    const decided = await decideVorgang(context, db, {
      vorgangId,
      outcome,
      seenPosition: approval?.position ?? 0,
    });
    if (!decided.ok) return decided;
    const messageId = newId();
    const { submissionId } = decided.value;
    await provideMessage(context, db, {
      ...messageOf(bescheid, provided),
      messageId,
      subject: {
        submissionId,
        reference: bescheid.reference,
        title: bescheid.leistungTitle,
        owner: await ports.ownerOf(context, db, submissionId),
      },
    });
    await updateBescheid(db, tenantId, {
      id,
      set: releasedColumns(context, provided, messageId),
    });
    await recordRelease(context, db, { bescheid, provided });
    return ok(undefined);
  });
  if (released.ok) return released;
  if (released.refusal.kind === "not-found")
    return refuse({ kind: "not-found" });
  const fault = released.refusal.kind;
  await noteFault(context, bescheid, { fault, state: "waiting" });
  return refuse({ kind: "not-decided", fault });
}

/** Still the release that is being carried out, and not one that was taken back or is done. */
function isSameRelease(
  current: StoredBescheid | undefined,
  { approval }: StoredBescheid,
): boolean {
  return (
    current?.state === "approved" &&
    current.approval?.at.getTime() === approval?.at.getTime()
  );
}

function releasedColumns(
  { now }: Context,
  { stored, seal: placed }: Provided,
  messageId: string,
) {
  return {
    state: "released",
    document_id: stored.fileId,
    document_sha256: stored.sha256,
    seal_level: placed?.level ?? null,
    sealed_by: placed?.by ?? null,
    message_id: messageId,
    released_at: now,
    fault: null,
  } as const;
}

function messageOf(
  { outcome, reference, law, replacesId }: StoredBescheid,
  { stored, draft, portal }: Provided,
) {
  const t = bescheideTexts("de");
  const land = landOfAuthority(portal.ars);
  const kind = replacesId === undefined ? "first" : "changed";
  return {
    kind: "decision",
    text: t(`message.${kind}.${outcome}`),
    documents: [
      {
        fileId: stored.fileId,
        filename: t(`pdf.filename.${kind}`, { reference }),
        mediaType: "application/pdf",
        sizeBytes: stored.sizeBytes,
        sha256: stored.sha256,
      },
    ],
    bescheid: {
      land,
      law,
      hasLegalRemedyText: namesLegalRemedy(draft.remedy),
    },
  } as const;
}

async function recordRelease(
  context: Context,
  db: Parameters<typeof recordAudit>[1],
  {
    bescheid: { id, vorgangId, outcome },
    provided: { stored, seal: placed },
  }: { readonly bescheid: StoredBescheid; readonly provided: Provided },
): Promise<void> {
  await recordAudit(context, db, {
    action: "bescheid.released",
    subject: { kind: "bescheid", id },
    details: {
      vorgangId,
      outcome,
      sha256: stored.sha256,
      seal: placed?.level ?? "none",
    },
  });
  await recordAudit(context, db, {
    action: "vorgang.decided",
    subject: { kind: "vorgang", id: vorgangId },
    details: { outcome },
  });
}

/** Says on the pages why it is not out yet; only where nobody has changed it meanwhile. */
async function noteFault(
  context: Context,
  bescheid: StoredBescheid,
  given: { readonly fault: ReleaseFault; readonly state?: "waiting" },
): Promise<void> {
  const { tenantId } = context;
  await context.transaction(async (db) => {
    const { id } = bescheid;
    const current = await findBescheidForUpdate(db, tenantId, {
      id,
      hiddenSlugs: [],
    });
    if (!isSameRelease(current, bescheid)) return;
    await updateBescheid(db, tenantId, {
      id,
      set:
        given.state === undefined
          ? { fault: given.fault }
          : {
              fault: given.fault,
              state: given.state,
              approved_by: null,
              approved_at: null,
              approved_position: null,
            },
    });
  });
}
