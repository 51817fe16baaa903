import { germanDay } from "../../../platform/values/german-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { findPlaceOfAddress } from "../../tenants/index.ts";
import { writeDay } from "../domain/read-day.ts";
import type { RuleFaults, RuleField, TypedRule } from "../domain/read-rule.ts";
import { everyLeistung, type ZustaendigkeitRule } from "../domain/rule.ts";
import { zustaendigkeitTexts } from "../i18n/texts.ts";
import {
  editPermission,
  removeRule,
  saveTypedRule,
  viewRule,
  viewRules,
  type RuleChoices,
} from "../use-cases/edit-rules.ts";
import {
  findResponsible,
  type ResponsiblePorts,
} from "../use-cases/find-responsible.ts";
import { fieldNames, rulePath, rulesPath } from "./paths.ts";
import { ruleFormPage } from "./rule-form-page.ts";
import { rulesPage } from "./rules-page.ts";
import { trialFields, trialForm, type Trial } from "./trial.ts";

export type RulePorts = ResponsiblePorts & {
  /** What rules of the context's authority may name. */
  listChoices(context: Context): Promise<RuleChoices>;
};

/** For administrators and editors of an authority: its rules, to see, add, change, remove and try. */
export function ruleRoutes(ports: RulePorts): readonly Route[] {
  const route = (
    method: "GET" | "POST",
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({
    method,
    path: `${rulesPath}${path}`,
    audience: "staff",
    permission: editPermission,
    handle,
  });
  return [
    route("GET", "", (request) => showRules(request, ports)),
    route("GET", "/neu", (request) => showNew(request, ports)),
    route("POST", "/neu", (request) => save(request, ports)),
    route("GET", "/:id", (request) => showOne(request, ports)),
    route("POST", "/:id", (request) => save(request, ports)),
    route("GET", "/:id/loeschen", askToRemove),
    route("POST", "/:id/loeschen", remove),
  ];
}

async function showRules(
  request: PortalRequest,
  ports: RulePorts,
): Promise<Reply> {
  const { context, locale, query } = request;
  const [rules, choices] = await Promise.all([
    viewRules(context),
    ports.listChoices(context),
  ]);
  if (!rules) return showError(403);
  const trial = trialOf(query);
  const found = await tryOut(request, trial, ports);
  const done = query.has("gespeichert")
    ? "saved"
    : query.has("geloescht")
      ? "removed"
      : undefined;
  return rulesPage({
    locale,
    rules,
    choices,
    done,
    trial: trialForm({ locale, trial, choices, rules, found }),
  });
}

function trialOf(query: URLSearchParams): Trial {
  const said = (field: keyof Trial) =>
    (query.get(trialFields[field]) ?? "").trim().slice(0, 200);
  return {
    leistungSlug: said("leistungSlug"),
    postcode: said("postcode"),
    town: said("town"),
    street: said("street"),
    familyName: said("familyName"),
  };
}

/** As for an application that says this, before any other answer. */
async function tryOut(
  { context, portal }: PortalRequest,
  { leistungSlug, postcode, town, street, familyName }: Trial,
  ports: RulePorts,
) {
  if (leistungSlug === "") return "not-asked";
  const ars = await findPlaceOfAddress(context, { postcode, town });
  const found = await findResponsible(context, ports, {
    portal,
    leistungSlug,
    facts: {
      ars,
      street: street === "" ? undefined : street,
      familyName: familyName === "" ? undefined : familyName,
    },
  });
  return found ?? "nobody";
}

async function showNew(
  { context, locale }: PortalRequest,
  ports: RulePorts,
): Promise<Reply> {
  return ruleFormPage({
    locale,
    ruleId: undefined,
    typed: {
      ...typedOf(new URLSearchParams()),
      leistungSlug: everyLeistung,
      position: "1",
      validFrom: writeDay(germanDay(context.now)),
    },
    choices: await ports.listChoices(context),
    faults: new Set(),
  });
}

async function showOne(
  { context, locale, params }: PortalRequest,
  ports: RulePorts,
): Promise<Reply> {
  const rule = await viewRule(context, params["id"] ?? "");
  if (!rule) return showError(404);
  const choices = await ports.listChoices(context);
  return ruleFormPage({
    locale,
    ruleId: rule.id,
    typed: typedFrom(rule),
    choices,
    faults: new Set(),
  });
}

async function save(
  { context, fields, locale, params }: PortalRequest,
  ports: RulePorts,
): Promise<Reply> {
  const typed = typedOf(fields);
  const ruleId = params["id"];
  const choices = await ports.listChoices(context);
  const saved = await saveTypedRule(context, choices, { ruleId, typed });
  if (saved.ok) return redirect(`${rulesPath}?gespeichert=1`);
  switch (saved.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "invalid": {
      const faults: RuleFaults = saved.refusal.faults;
      return ruleFormPage({ locale, ruleId, typed, choices, faults });
    }
  }
}

async function askToRemove({
  context,
  locale,
  params,
}: PortalRequest): Promise<Reply> {
  const rule = await viewRule(context, params["id"] ?? "");
  if (!rule) return showError(404);
  const t = zustaendigkeitTexts(locale);
  const question = t("remove.question", { name: rule.name });
  const action = `${rulePath(rule.id)}/loeschen`;
  return page({
    title: question,
    section: rulesPath,
    main: confirmation({
      question,
      consequence: t("remove.consequence"),
      action,
      confirmLabel: t("remove"),
      cancel: { label: t("remove.cancel"), href: rulePath(rule.id) },
    }),
  });
}

/** What is gone already, by a second click or a colleague, is removed as well. */
async function remove({ context, params }: PortalRequest): Promise<Reply> {
  const removed = await removeRule(context, params["id"] ?? "");
  return !removed.ok && removed.refusal.kind === "not-permitted"
    ? showError(403)
    : redirect(`${rulesPath}?geloescht=1`);
}

function typedOf(fields: URLSearchParams): TypedRule {
  const said = (field: RuleField) => fields.get(fieldNames[field]) ?? "";
  return {
    name: said("name"),
    leistungSlug: said("leistungSlug"),
    position: said("position"),
    places: said("places"),
    streets: said("streets"),
    from: said("from"),
    to: said("to"),
    answer: said("answer"),
    toTenantId: said("toTenantId"),
    officeSlug: said("officeSlug"),
    teamId: said("teamId"),
    destinationId: said("destinationId"),
    validFrom: said("validFrom"),
    validUntil: said("validUntil"),
  };
}

function typedFrom(rule: ZustaendigkeitRule): TypedRule {
  const { places = [], streets = [], letters, answer } = rule.conditions;
  const { validUntil } = rule;
  const fixed = {
    name: rule.name,
    leistungSlug: rule.leistungSlug,
    position: String(rule.position),
    places: places.join("\n"),
    streets: streets.join("\n"),
    validFrom: writeDay(rule.validFrom),
  };
  const set: Partial<Record<RuleField, string | undefined>> = {
    ...letters,
    answer,
    ...rule.target,
    validUntil: validUntil && writeDay(validUntil),
  };
  const nothing = typedOf(new URLSearchParams());
  const said = Object.entries(set).filter(([, value]) => value !== undefined);
  return { ...nothing, ...Object.fromEntries(said), ...fixed };
}
