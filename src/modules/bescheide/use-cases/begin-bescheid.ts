import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Vorgang } from "../../vorgaenge/index.ts";
import type { Bescheid, BescheidOutcome } from "../domain/bescheid.ts";
import { chosenText } from "../domain/text.ts";
import type { BescheidePorts } from "../ports.ts";
import * as store from "../store/bescheid-store.ts";
import { fillLetter } from "./fill-letter.ts";
import { encryptDraft } from "./find-bescheid.ts";
import { findRules } from "./leistung-rules.ts";
import { listTexts } from "./list-texts.ts";

export type BeginBescheidInput = {
  readonly vorgangId: string;
  readonly outcome: BescheidOutcome;
  /** Undefined: the one that the Leistung's rules offer for the outcome. */
  readonly letterId: string | undefined;
};

export type BeginBescheidRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "letter-missing" }
  /** Neither to be decided now, nor decided by a Bescheid that could be changed. */
  | { readonly kind: "not-now" };

/**
 * Begins a Bescheid from a letter, or finds the one that somebody is writing already. For a decided Vorgang it is one that changes the released
 * one, which stays.
 */
export async function beginBescheid(
  context: Context,
  { vorgangId, outcome, letterId }: BeginBescheidInput,
  ports: BescheidePorts,
): Promise<Result<{ readonly id: string }, BeginBescheidRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  const opened = await ports.openVorgang(context, vorgangId);
  const portal = await ports.portalOf(tenantId);
  if (!opened || !portal) return refuse({ kind: "not-found" });
  const texts = await listTexts(context, ports);
  const { vorgang } = opened;
  const rules = await findRules(context, vorgang.leistungSlug);
  const letter = chosenText(
    texts,
    "letter",
    letterId ?? rules.letters[outcome],
  );
  if (!letter) return refuse({ kind: "letter-missing" });
  const draft = await fillLetter(context, {
    opened,
    portal,
    letter,
    remedy: chosenText(texts, "remedy", rules.remedyId),
    modules: texts.filter(({ kind }) => kind === "module"),
  });
  const id = newId();
  return insertFirst(context, {
    id,
    vorgangId: vorgang.id,
    reference: vorgang.reference,
    leistungSlug: vorgang.leistungSlug,
    leistungTitle: vorgang.leistungTitle,
    outcome,
    law: rules.law,
    letterId: letter.id,
    letterVersion: letter.version,
    encryptedDraft: await encryptDraft(context, id, draft),
    writerId: actor.id,
    at: now,
    state: vorgang.state,
  });
}

/** Writes it, unless somebody is at one already. */
function insertFirst(
  context: Context,
  {
    state,
    ...bescheid
  }: Omit<store.NewBescheid, "replacesId"> & Pick<Vorgang, "state">,
): Promise<Result<{ readonly id: string }, BeginBescheidRefusal>> {
  const { tenantId } = context;
  const { id, vorgangId, outcome } = bescheid;
  return context.transaction(async (db) => {
    const others = await store.listOfVorgang(db, tenantId, vorgangId);
    const open = others.find((it) => it.state !== "released");
    if (open) return ok({ id: open.id });
    const changed = others.at(-1);
    if (!canDecide(state, others)) return refuse({ kind: "not-now" });
    const isFirst = await store.insertBescheid(db, tenantId, {
      ...bescheid,
      replacesId: changed?.id,
    });
    // Somebody began one in the same moment; the next click finds it.
    if (!isFirst) return refuse({ kind: "not-now" });
    await recordAudit(context, db, {
      action: "bescheid.begun",
      subject: { kind: "bescheid", id },
      details: { vorgangId, outcome },
    });
    return ok({ id });
  });
}

/** Open ones, and decided ones where there is a Bescheid to be changed. */
export function canDecide(
  state: Vorgang["state"],
  earlier: readonly Bescheid[],
): boolean {
  const open: readonly string[] = ["received", "in-progress", "question"];
  return open.includes(state) || (state === "decided" && earlier.length > 0);
}
