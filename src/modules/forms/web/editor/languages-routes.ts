import { canonicalJson } from "../../../../platform/values/canonical-json.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type { TranslatedTexts } from "../../domain/form-definition.ts";
import { withTranslation } from "../../domain/overlay/edit-overlay.ts";
import type { Overlay } from "../../domain/overlay/overlay.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { readLanguage } from "./language-name.ts";
import { languagePage, partField, textField } from "./language-page.ts";
import {
  textParts,
  translatedAt,
  type TextName,
  type TextPlace,
} from "./language-texts.ts";
import { languageField, languagesPage } from "./languages-page.ts";
import { saveChange } from "./overlay-form.ts";
import { readOptions } from "./type-values.ts";
import { doneOf, editorRoute, readerRoute } from "./with-form.ts";

/** A form in other languages. */
export function languagesRoutes(): readonly Route[] {
  const path = editorPaths.language(":name", ":sprache");
  return [
    readerRoute(editorPaths.section(":name", "sprachen"), showLanguages),
    readerRoute(path, (request, form) =>
      withLanguage(request, (language) =>
        languagePage({
          locale: request.locale,
          form,
          language,
          part: partOf(request.query),
          done: doneOf(request),
        }),
      ),
    ),
    editorRoute(path, (request, form) =>
      withLanguage(request, (language) => saveTexts(request, form, language)),
    ),
  ];
}

function showLanguages(request: PortalRequest, form: OpenedForm): Reply {
  const typed = request.query.get(languageField);
  if (typed === null) return languagesPage({ locale: request.locale, form });
  const language = readLanguage(typed);
  return language === undefined
    ? languagesPage({ locale: request.locale, form, unreadable: typed })
    : redirect(editorPaths.language(form.definition.key, language));
}

function withLanguage(
  { params }: PortalRequest,
  handle: (language: string) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const language = readLanguage(params["sprache"] ?? "");
  return language === undefined ? showError(404) : handle(language);
}

function partOf(fields: URLSearchParams): number {
  const typed = fields.get(partField) ?? "";
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
}

async function saveTexts(
  request: PortalRequest,
  form: OpenedForm,
  language: string,
): Promise<Reply> {
  const { fields, locale } = request;
  const part = partOf(fields);
  const places = textParts(form.definition)[part]?.places ?? [];
  const content = places.reduce<Overlay>((overlay, german) => {
    const { place } = german;
    const texts = typedTexts(german, fields);
    const inherited = translatedAt(form.inherited, place, language);
    const isSame = canonicalJson(texts) === canonicalJson(inherited);
    return withTranslation(overlay, { place, language }, isSame ? {} : texts);
  }, form.overlay);
  const href = editorPaths.language(form.definition.key, language);
  return saveChange(request, {
    form,
    content,
    next: `${href}?${partField}=${String(part)}`,
    again: (errors) =>
      languagePage({ locale, form, language, part, typed: fields, errors }),
  });
}

/** Only what there is in German; an empty input is no translation. */
function typedTexts(
  german: TextPlace,
  fields: URLSearchParams,
): TranslatedTexts {
  const typed = (name: TextName) =>
    german[name] === undefined
      ? ""
      : (fields.get(textField(german.place, name)) ?? "").trim();
  const options = readOptions(typed("options"));
  const labels = options.flatMap(({ code, label }) =>
    label === "" ? [] : [[code, label] as const],
  );
  const helps = options.flatMap(({ code, help }) =>
    help === undefined ? [] : [[code, help] as const],
  );
  // An empty line stands for what is not translated yet.
  const documents = (
    fields.get(textField(german.place, "documents")) ?? ""
  ).trimEnd();
  return {
    ...textIf("label", typed("label")),
    ...textIf("help", typed("help")),
    ...textIf("content", typed("content")),
    ...textIf("example", typed("example")),
    ...textIf("unit", typed("unit")),
    ...(labels.length > 0 ? { options: Object.fromEntries(labels) } : {}),
    ...(helps.length > 0 ? { optionHelps: Object.fromEntries(helps) } : {}),
    ...(german.documents === undefined || documents === ""
      ? {}
      : { documents: documents.split("\n").map((line) => line.trim()) }),
  };
}

function textIf(
  name: Exclude<TextName, "options" | "documents">,
  text: string,
) {
  return text === "" ? {} : { [name]: text };
}
