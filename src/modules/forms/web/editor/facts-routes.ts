import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import { canonicalJson } from "../../../../platform/values/canonical-json.ts";
import type {
  PortalRequest,
  Reply,
  Route,
} from "../../../../shell/web/route.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { readOverlay } from "../../overlay-schema.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { factFields, factsPage } from "./facts-page.ts";
import { numberOrText } from "./typed-values.ts";
import { saveChange } from "./overlay-form.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** What stands before the form. */
export function factsRoutes(): readonly Route[] {
  const path = editorPaths.section(":name", "angaben");
  return [
    readerRoute(path, (request, form) =>
      factsPage({ locale: request.locale, form, done: doneOf(request) }),
    ),
    editorRoute(path, saveFacts),
  ];
}

async function saveFacts(
  request: PortalRequest,
  form: OpenedForm,
): Promise<Reply> {
  const { fields, locale } = request;
  const t = editorTexts(locale);
  const again = (errors: ReadonlyMap<string, string>) =>
    factsPage({ locale, form, typed: Object.fromEntries(fields), errors });
  const content = changedFacts(fields, form);
  const read = readOverlay(content);
  if (!read.ok)
    return again(
      new Map(
        read.faults.map(({ place }) => {
          const [name = ""] = place.split(".");
          const input = Object.entries(factFields).find(
            ([key]) => key === name,
          );
          return [
            input?.[1] ?? factFields.title,
            `${place}: ${t("element.value-unreadable")}`,
          ];
        }),
      ),
    );
  const formKey = form.definition.key;
  return saveChange(request, {
    form,
    content,
    next: editorPaths.section(formKey, "angaben"),
    again: (texts) => again(new Map(texts.map((text) => ["main", text]))),
  });
}

/** Unchecked: says nothing where something is as the tenant inherits it anyway. */
function changedFacts(
  fields: URLSearchParams,
  { overlay, inherited }: OpenedForm,
): unknown {
  const text = (name: string, base: string | undefined) => {
    const typed = (fields.get(name) ?? "").trim();
    return typed === (base ?? "") ? undefined : typed;
  };
  const documents = (fields.get(factFields.documents) ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const minutes = numberOrText(fields.get(factFields.minutes) ?? "");
  const title = text(factFields.title, inherited.title);
  return withoutUndefined({
    ...overlay,
    title: title === "" ? undefined : title,
    description: text(factFields.description, inherited.description),
    documents: unlessSame(documents, inherited.documents ?? []),
    minutes:
      minutes === "" ? undefined : unlessSame(minutes, inherited.minutes),
  });
}

function unlessSame(typed: unknown, inherited: unknown): unknown {
  const isSame =
    inherited !== undefined &&
    canonicalJson(typed) === canonicalJson(inherited);
  return isSame ? undefined : typed;
}
