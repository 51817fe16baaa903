import type { Context } from "../../../platform/context/context.ts";
import type { Result } from "../../../platform/result/result.ts";
import type { BescheidOutcome } from "../domain/bescheid.ts";
import type { BescheidePorts } from "../ports.ts";
import { findBescheid, type StoredBescheid } from "../store/bescheid-store.ts";
import { approveBescheid } from "../use-cases/approve-bescheid.ts";
import { beginBescheid } from "../use-cases/begin-bescheid.ts";
import { decryptDraft } from "../use-cases/find-bescheid.ts";
import { finishRelease } from "../use-cases/finish-release.ts";
import { fixDocument } from "../use-cases/fix-document.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { saveDraft } from "../use-cases/save-draft.ts";

export type { BescheidOutcome } from "../domain/bescheid.ts";

export type DemoBescheid = {
  readonly vorgangId: string;
  readonly outcome: BescheidOutcome;
  /** By its name; undefined: the one that the rules of the Leistung offer. */
  readonly letter?: string | undefined;
  /** Instead of the words of the letter. */
  readonly body?: string | undefined;
};

/** Writes a Bescheid, and with `isForRelease` makes its document, which somebody else then looks at. Gives its id. */
export async function writeDemoBescheid(
  context: Context,
  ports: BescheidePorts,
  {
    vorgangId,
    outcome,
    letter,
    body,
    isForRelease,
  }: DemoBescheid & { readonly isForRelease: boolean },
): Promise<string> {
  const texts = await listTexts(context, ports);
  const letterId = texts.find(({ name }) => name === letter)?.id;
  const begun = await beginBescheid(
    context,
    { vorgangId, outcome, letterId },
    ports,
  );
  if (!begun.ok) throw new Error(`demo Bescheid: ${begun.refusal.kind}`);
  const { id } = begun.value;
  const bescheid = await find(context, id);
  const draft = await decryptDraft(context, bescheid);
  const changed = { ...draft, body: body ?? draft.body };
  done(
    await saveDraft(context, {
      id,
      revision: bescheid.revision,
      draft: changed,
    }),
  );
  if (!isForRelease) return id;
  const { revision } = await find(context, id);
  done(await fixDocument(context, { id, revision }, ports));
  return id;
}

/** Releases the document, seals and provides it, as somebody other than who wrote it. */
export async function releaseDemoBescheid(
  context: Context,
  ports: BescheidePorts,
  id: string,
): Promise<void> {
  const { revision, fixed, vorgangId } = await find(context, id);
  const opened = await ports.openVorgang(context, vorgangId);
  if (!fixed || !opened) throw new Error("demo Bescheid: nothing to release");
  done(
    await approveBescheid(context, {
      id,
      revision,
      sha256: fixed.sha256,
      seenPosition: opened.vorgang.lastPosition,
    }),
  );
  const signal = AbortSignal.timeout(60_000);
  done(await finishRelease(context, { id, signal }, ports));
}

async function find(context: Context, id: string): Promise<StoredBescheid> {
  const bescheid = await context.transaction((db) =>
    findBescheid(db, context.tenantId, { id, hiddenSlugs: [] }),
  );
  if (!bescheid) throw new Error("demo Bescheid: it is not there");
  return bescheid;
}

function done<Refusal extends { readonly kind: string }>(
  result: Result<unknown, Refusal>,
): void {
  if (!result.ok)
    throw new Error(`demo Bescheid: ${JSON.stringify(result.refusal)}`);
}
