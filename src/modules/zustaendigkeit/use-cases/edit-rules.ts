import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { parseRule } from "../../forms/deciding.ts";
import {
  readRule,
  type RuleFaults,
  type RuleField,
  type TypedRule,
} from "../domain/read-rule.ts";
import { everyLeistung, type ZustaendigkeitRule } from "../domain/rule.ts";
import * as store from "../store/rule-store.ts";

/** Permission to see and change who receives what. */
export const editPermission = "zustaendigkeit.edit";

/** What a rule may name. */
export type RuleChoices = {
  readonly leistungen: readonly Choice[];
  readonly authorities: readonly Choice[];
  readonly offices: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly destinations: readonly Choice[];
};

export type Choice = { readonly value: string; readonly label: string };

export type EditRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "invalid"; readonly faults: RuleFaults };

/** All rules of the caller's authority; undefined for who may not see them. */
export async function viewRules(
  context: Context,
): Promise<readonly ZustaendigkeitRule[] | undefined> {
  if (!mayEdit(context)) return undefined;
  return context.read((db) => store.listRules(db, context.tenantId));
}

/** One rule of the caller's authority. */
export async function viewRule(
  context: Context,
  ruleId: string,
): Promise<ZustaendigkeitRule | undefined> {
  if (!mayEdit(context) || !isId(ruleId)) return undefined;
  return context.read((db) => store.findRule(db, context.tenantId, ruleId));
}

/** Adds a rule, or changes the one that is named. Refuses what does not fit, and what names somebody who is not there. Audited. */
export async function saveTypedRule(
  context: Context,
  choices: RuleChoices,
  input: { readonly ruleId?: string | undefined; readonly typed: TypedRule },
): Promise<Result<{ readonly ruleId: string }, EditRefusal>> {
  if (!mayEdit(context)) return refuse({ kind: "not-permitted" });
  const read = readRule(input.typed, (text) => parseRule(text).ok);
  if (!read.ok) return refuse({ kind: "invalid", faults: read.faults });
  const unknown = namesNobody(read.rule, choices);
  if (unknown.size > 0) return refuse({ kind: "invalid", faults: unknown });
  const { tenantId, now, actor } = context;
  const id = input.ruleId ?? newId();
  return context.transaction(async (db) => {
    const isKnown =
      input.ruleId === undefined ||
      (await store.findRule(db, tenantId, id)) !== undefined;
    if (!isKnown) return refuse({ kind: "not-found" });
    await store.saveRule(db, tenantId, {
      rule: { ...read.rule, id },
      change: { at: now, by: actor.id },
    });
    await recordAudit(context, db, {
      action: "zustaendigkeit.rule-saved",
      subject: { kind: "zustaendigkeit-rule", id },
      details: {
        leistung: read.rule.leistungSlug,
        toTenantId: read.rule.target.toTenantId ?? "",
      },
    });
    return ok({ ruleId: id });
  });
}

/** Takes a rule away; from now on those after it count. A second time it is not found. Audited. */
export async function removeRule(
  context: Context,
  ruleId: string,
): Promise<Result<void, EditRefusal>> {
  if (!mayEdit(context)) return refuse({ kind: "not-permitted" });
  const { tenantId } = context;
  if (!isId(ruleId)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    if (!(await store.deleteRule(db, tenantId, ruleId)))
      return refuse({ kind: "not-found" });
    await recordAudit(context, db, {
      action: "zustaendigkeit.rule-removed",
      subject: { kind: "zustaendigkeit-rule", id: ruleId },
      details: {},
    });
    return ok(undefined);
  });
}

/** The operator's commands act as the system. */
const mayEdit = ({ actor }: Context): boolean =>
  actor.kind === "system" || actor.may(editPermission);

function namesNobody(
  { leistungSlug, target }: Omit<ZustaendigkeitRule, "id">,
  choices: RuleChoices,
): ReadonlySet<RuleField> {
  const named: readonly (readonly [
    RuleField,
    string | undefined,
    readonly Choice[],
  ])[] = [
    [
      "leistungSlug",
      leistungSlug === everyLeistung ? undefined : leistungSlug,
      choices.leistungen,
    ],
    ["toTenantId", target.toTenantId, choices.authorities],
    ["officeSlug", target.officeSlug, choices.offices],
    ["teamId", target.teamId, choices.teams],
    ["destinationId", target.destinationId, choices.destinations],
  ];
  return new Set(
    named
      .filter(
        ([, value, among]) =>
          value !== undefined && !among.some((each) => each.value === value),
      )
      .map(([field]) => field),
  );
}
