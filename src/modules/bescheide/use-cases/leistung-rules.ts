import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  bescheidOutcomes,
  usualRules,
  type LeistungRules,
} from "../domain/bescheid.ts";
import { chosenText, type Text } from "../domain/text.ts";
import type { TextPorts } from "../ports.ts";
import * as store from "../store/rules-store.ts";
import { listTexts } from "./list-texts.ts";

export type RuledLeistung = {
  readonly slug: string;
  readonly title: string;
  readonly rules: LeistungRules;
};

/** How each Leistung of this portal is decided. */
export async function listRuledLeistungen(
  context: Context,
  { listLeistungen }: Pick<TextPorts, "listLeistungen">,
): Promise<readonly RuledLeistung[]> {
  const leistungen = await listLeistungen(context);
  const rules = await context.transaction((db) =>
    store.listRules(db, context.tenantId),
  );
  return leistungen.map((leistung) => ({
    ...leistung,
    rules: rules.get(leistung.slug) ?? usualRules,
  }));
}

export function findRules(
  context: Context,
  leistungSlug: string,
): Promise<LeistungRules> {
  return context.transaction((db) =>
    store.findRules(db, context.tenantId, leistungSlug),
  );
}

/** Whether a Leistung may be decided without a Bescheid; in the caller's transaction. */
export async function mayDecidePlainly(
  { tenantId }: Context,
  db: Db,
  leistungSlug: string,
): Promise<boolean> {
  const { needsBescheid } = await store.findRules(db, tenantId, leistungSlug);
  return !needsBescheid;
}

export type SaveRulesRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" };

/** Says how a Leistung is decided from now on. Texts that do not exist, or are of another kind, are not found. */
export async function saveRules(
  context: Context,
  input: { readonly leistungSlug: string; readonly rules: LeistungRules },
  ports: TextPorts,
): Promise<Result<void, SaveRulesRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("bescheid.rules")) return refuse({ kind: "not-permitted" });
  const { leistungSlug, rules } = input;
  const leistungen = await ports.listLeistungen(context);
  const texts = await listTexts(context, ports);
  const isKnown = leistungen.some(({ slug }) => slug === leistungSlug);
  if (!isKnown || !textsAreThere(rules, texts))
    return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    await store.saveRules(db, tenantId, { leistungSlug, rules, at: now });
    await recordAudit(context, db, {
      action: "bescheid.rules-saved",
      subject: { kind: "leistung", id: leistungSlug },
      details: {
        needsSecondPerson: rules.needsSecondPerson,
        needsBescheid: rules.needsBescheid,
        law: rules.law,
      },
    });
    return ok(undefined);
  });
}

function textsAreThere(
  { letters, remedyId }: LeistungRules,
  texts: readonly Text[],
): boolean {
  const isThere = (kind: Text["kind"], id: string | undefined) =>
    id === undefined || chosenText(texts, kind, id) !== undefined;
  return (
    isThere("remedy", remedyId) &&
    bescheidOutcomes.every((outcome) => isThere("letter", letters[outcome]))
  );
}
