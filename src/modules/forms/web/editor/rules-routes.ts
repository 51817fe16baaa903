import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type { Check, FreeTextRule } from "../../domain/form-definition.ts";
import {
  withCheck,
  withRuleTranslation,
} from "../../domain/overlay/edit-overlay.ts";
import type { Overlay, RuleTranslation } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeRuleFinding } from "../../use-cases/describe-rules.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";
import { checkFields, checkPage } from "./check-page.ts";
import { editorPaths } from "./editor-paths.ts";
import { saveChange } from "./overlay-form.ts";
import { ruleFields, rulePage, translationKinds } from "./rule-page.ts";
import { rulesPage, ruleTitle } from "./rules-page.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Rules in words, and checks between fields. */
export function rulesRoutes(): readonly Route[] {
  const rule = editorPaths.rule(":name", ":regel");
  const check = editorPaths.check(":name", ":pruefung");
  return [
    readerRoute(editorPaths.section(":name", "regeln"), (request, form) =>
      rulesPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    readerRoute(rule, (request, form) =>
      withRule(request, form, (found) =>
        showRule(request, form, { rule: found }),
      ),
    ),
    editorRoute(rule, (request, form) =>
      withRule(request, form, (found) => saveTranslation(request, form, found)),
    ),
    readerRoute(editorPaths.checks(":name"), ({ locale }, form) =>
      checkPage({ locale, form, check: undefined }),
    ),
    editorRoute(editorPaths.checks(":name"), (request, form) =>
      saveCheck(request, form, undefined),
    ),
    readerRoute(check, (request, form) =>
      withKnownCheck(request, form, (found) =>
        checkPage({ locale: request.locale, form, check: found }),
      ),
    ),
    editorRoute(check, (request, form) =>
      withKnownCheck(request, form, (found) => saveCheck(request, form, found)),
    ),
  ];
}

type Answer = Reply | Promise<Reply>;
type Errors = ReadonlyMap<string, string>;

function withRule(
  { params }: PortalRequest,
  { definition }: OpenedForm,
  handle: (rule: FreeTextRule) => Answer,
): Answer {
  const { untranslatedRules, translatedRules = [] } = definition;
  const found = [...untranslatedRules, ...translatedRules].find(
    ({ id }) => id === params["regel"],
  );
  return found ? handle(found) : showError(404);
}

function withKnownCheck(
  { params }: PortalRequest,
  { definition }: OpenedForm,
  handle: (check: Check) => Answer,
): Answer {
  const found = definition.checks?.find(({ id }) => id === params["pruefung"]);
  return found ? handle(found) : showError(404);
}

function showRule(
  { locale, fields }: PortalRequest,
  form: OpenedForm,
  { rule, errors }: { readonly rule: FreeTextRule; readonly errors?: Errors },
): Reply {
  return rulePage({
    locale,
    form,
    rule,
    title: ruleTitle(rule, form, locale),
    ...(errors ? { typed: { fields, errors } } : {}),
  });
}

async function saveTranslation(
  request: PortalRequest,
  form: OpenedForm,
  rule: FreeTextRule,
): Promise<Reply> {
  const { fields, locale } = request;
  const again = (errors: Errors) => showRule(request, form, { rule, errors });
  if (fields.get(ruleFields.action) === "zuruecknehmen")
    return save(request, form, {
      content: withRuleTranslation(form.overlay, rule.id, undefined),
      errorsOf: () => new Map(),
      again: (errors) =>
        rulesPage({ locale, form, errors: [...errors.values()] }),
    });
  const t = editorTexts(locale);
  const by = translationKinds.find(
    (kind) => kind === fields.get(ruleFields.by),
  );
  if (!by) return again(new Map([[ruleFields.by, t("rules.by.missing")]]));
  const input = inputOf(by);
  const target = (fields.get(input) ?? "").trim();
  if (target === "")
    return again(new Map([[input, t(`rules.missing.${input}`)]]));
  return save(request, form, {
    content: withRuleTranslation(form.overlay, rule.id, noteOf(by, target)),
    errorsOf: ({ report }) =>
      new Map(
        report.findings
          .filter(({ place }) => place === `rule:${rule.id}`)
          .map(({ code, params }) => [input, t(`finding.${code}`, params)]),
      ),
    again,
  });
}

/** Which input says where, by what applies the rule. */
function inputOf(by: RuleTranslation["by"]) {
  if (by === "check") return ruleFields.check;
  return by === "not-needed" ? ruleFields.reason : ruleFields.element;
}

function noteOf(by: RuleTranslation["by"], target: string): RuleTranslation {
  return by === "not-needed" ? { by, reason: target } : { by, target };
}

async function saveCheck(
  request: PortalRequest,
  form: OpenedForm,
  check: Check | undefined,
): Promise<Reply> {
  const { fields, locale } = request;
  const t = editorTexts(locale);
  const typed = (name: string) => (fields.get(name) ?? "").trim();
  const id = check?.id ?? typed(checkFields.id);
  const again = (errors: Errors) =>
    checkPage({ locale, form, check, typed: { fields, errors } });
  if (typed(checkFields.action) === "entfernen")
    return save(request, form, {
      content: withCheck(form.overlay, id, undefined),
      errorsOf: () => new Map(),
      again,
    });
  const missing = [
    [checkFields.id, /^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(id)],
    [checkFields.rule, typed(checkFields.rule) !== ""],
    [checkFields.message, typed(checkFields.message) !== ""],
    [checkFields.elementPath, typed(checkFields.elementPath) !== ""],
  ] as const;
  const errors = new Map<string, string>(
    missing
      .filter(([, isThere]) => !isThere)
      .map(([name]) => [name, t(`check.missing.${name}`)]),
  );
  if (!check && form.definition.checks?.some((each) => each.id === id))
    errors.set(checkFields.id, t("check.taken"));
  if (errors.size > 0) return again(errors);
  return save(request, form, {
    content: withCheck(form.overlay, id, {
      rule: typed(checkFields.rule),
      message: typed(checkFields.message),
      elementPath: typed(checkFields.elementPath),
    }),
    errorsOf: (tried) => errorsAtCheck(tried, id, locale),
    again,
  });
}

function errorsAtCheck(
  { report, definition }: OpenedForm,
  id: string,
  locale: PortalRequest["locale"],
): Map<string, string> {
  const errors = new Map<string, string>();
  for (const finding of report.ruleFindings) {
    const { place, severity } = finding;
    if (severity === "error" && place.kind === "check" && place.at === id)
      errors.set(
        checkFields.rule,
        describeRuleFinding(definition, finding, locale),
      );
  }
  for (const { place, code, params } of report.findings)
    if (place === `check:${id}`)
      errors.set(
        checkFields.elementPath,
        editorTexts(locale)(`finding.${code}`, params),
      );
  return errors;
}

type Saving = {
  readonly content: Overlay;
  /** What would be wrong with the form then, by name of the input. */
  readonly errorsOf: (tried: OpenedForm) => Errors;
  readonly again: (errors: Errors) => Reply;
};

async function save(
  request: PortalRequest,
  form: OpenedForm,
  { content, errorsOf, again }: Saving,
): Promise<Reply> {
  const formKey = form.definition.key;
  const tried = await openForm(request.context, { formKey, tried: content });
  const errors = tried.ok ? errorsOf(tried.value) : new Map<string, string>();
  if (errors.size > 0) return again(errors);
  return saveChange(request, {
    form,
    content,
    next: editorPaths.section(formKey, "regeln"),
    again: (texts) => again(new Map(texts.map((text) => ["main", text]))),
  });
}
