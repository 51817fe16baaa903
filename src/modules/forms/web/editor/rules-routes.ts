import type {
  PortalRequest,
  Reply,
  Route,
} from "../../../../shell/web/route.ts";
import {
  withCheck,
  withRuleTranslation,
} from "../../domain/overlay/edit-overlay.ts";
import type { Overlay, RuleTranslation } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeRuleFinding } from "../../use-cases/describe-rules.ts";
import { openForm, type OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { saveChange } from "./overlay-form.ts";
import {
  checkFields,
  ruleFields,
  rulesPage,
  translationKinds,
} from "./rules-page.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** Rules in words, and checks between fields. */
export function rulesRoutes(): readonly Route[] {
  return [
    readerRoute(editorPaths.section(":name", "regeln"), (request, form) =>
      rulesPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(editorPaths.section(":name", "regeln"), saveTranslation),
    editorRoute(editorPaths.checks(":name"), saveCheck),
  ];
}

async function saveTranslation(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields } = request;
  const ruleId = fields.get(ruleFields.rule) ?? "";
  const prefix = fields.get("vorsatz") ?? "";
  if (fields.get(ruleFields.action) === "zuruecknehmen")
    return save(request, form, {
      content: withRuleTranslation(form.overlay, ruleId, undefined),
      errorsOf: () => new Map(),
    });
  const translation = readTranslation(fields);
  const t = editorTexts(request.locale);
  if (!translation)
    return again(
      request,
      form,
      new Map([[`${prefix}-${ruleFields.by}`, t("rules.by.missing")]]),
    );
  return save(request, form, {
    content: withRuleTranslation(form.overlay, ruleId, translation),
    errorsOf: ({ report }) =>
      new Map(
        report.findings
          .filter(({ place }) => place === `rule:${ruleId}`)
          .map(({ code, params }) => [
            `${prefix}-${ruleFields.target}`,
            t(`finding.${code}`, params),
          ]),
      ),
  });
}

function readTranslation(fields: URLSearchParams): RuleTranslation | undefined {
  const by = translationKinds.find(
    (kind) => kind === fields.get(ruleFields.by),
  );
  const target = (fields.get(ruleFields.target) ?? "").trim();
  if (by === undefined) return undefined;
  return by === "not-needed" ? { by, reason: target } : { by, target };
}

async function saveCheck(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, locale } = request;
  const t = editorTexts(locale);
  const id = (fields.get(checkFields.id) ?? "").trim();
  const prefix = fields.get("vorsatz") ?? "";
  if (fields.get(checkFields.action) === "entfernen")
    return save(request, form, {
      content: withCheck(form.overlay, id, undefined),
      errorsOf: () => new Map(),
    });
  const typed = (name: string) => (fields.get(name) ?? "").trim();
  const missing = [
    [checkFields.id, /^[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(id)],
    [checkFields.rule, typed(checkFields.rule) !== ""],
    [checkFields.message, typed(checkFields.message) !== ""],
  ] as const;
  const errors = new Map(
    missing
      .filter(([, isThere]) => !isThere)
      .map(([name]) => [`${prefix}-${name}`, t(`check.missing.${name}`)]),
  );
  if (errors.size > 0) return again(request, form, errors);
  return save(request, form, {
    content: withCheck(form.overlay, id, {
      rule: typed(checkFields.rule),
      message: typed(checkFields.message),
      elementPath: typed(checkFields.elementPath),
    }),
    errorsOf: (tried) => errorsAtCheck(tried, { id, prefix, locale }),
  });
}

function errorsAtCheck(
  { report, definition }: OpenedForm,
  {
    id,
    prefix,
    locale,
  }: {
    readonly id: string;
    readonly prefix: string;
    readonly locale: PortalRequest["locale"];
  },
): Map<string, string> {
  const errors = new Map<string, string>();
  for (const finding of report.ruleFindings) {
    const { place, severity } = finding;
    if (severity === "error" && place.kind === "check" && place.at === id)
      errors.set(
        `${prefix}-${checkFields.rule}`,
        describeRuleFinding(definition, finding, locale),
      );
  }
  for (const { place, code, params } of report.findings)
    if (place === `check:${id}`)
      errors.set(
        `${prefix}-${checkFields.elementPath}`,
        editorTexts(locale)(`finding.${code}`, params),
      );
  return errors;
}

type Saving = {
  readonly content: Overlay;
  /** What would be wrong with the form then, by id of the input. */
  readonly errorsOf: (tried: OpenedForm) => ReadonlyMap<string, string>;
};

async function save(
  request: PortalRequest,
  form: OpenedForm,
  { content, errorsOf }: Saving,
): Promise<Reply> {
  const formKey = form.definition.key;
  const tried = await openForm(request.context, { formKey, tried: content });
  const errors = tried.ok ? errorsOf(tried.value) : new Map<string, string>();
  if (errors.size > 0) return again(request, form, errors);
  return saveChange(request, {
    form,
    content,
    next: editorPaths.section(formKey, "regeln"),
    again: (texts) =>
      again(request, form, new Map(texts.map((text) => ["main", text]))),
  });
}

function again(
  { locale, fields }: PortalRequest,
  form: OpenedForm,
  errors: ReadonlyMap<string, string>,
): Reply {
  return rulesPage({
    locale,
    form,
    input: { values: Object.fromEntries(fields), errors },
  });
}
