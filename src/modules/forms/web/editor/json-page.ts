import { html } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { button } from "../../../../ui/button.ts";
import { link } from "../../../../ui/link.ts";
import { textarea } from "../../../../ui/textarea.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

export const jsonField = "anpassung";

export type JsonPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** As it was typed; absent: the stored one. */
  readonly typed?: string;
  readonly errors?: readonly string[];
  readonly done?: string | undefined;
};

/** The tenant's overlay as a document. */
export function jsonPage({
  locale,
  form,
  typed,
  errors = [],
  done,
}: JsonPageProps): Page {
  const t = editorTexts(locale);
  const action = editorPaths.section(form.definition.key, "json");
  return formFrame({
    locale,
    form,
    section: "json",
    done,
    errors: errors.map((text) => ({ fieldId: jsonField, text })),
    body: html`<form method="post" action="${action}" novalidate>
        ${seenVersionField(form)}
        ${textarea({
          name: jsonField,
          label: t("json.label"),
          hint: t("json.hint"),
          value: typed ?? JSON.stringify(form.overlay, null, 2),
          rows: 24,
          error: errors.length > 0 ? errors.join(" ") : undefined,
          locale,
        })}
        ${button({ label: t("save") })}
      </form>
      <p class="kern-body">
        ${link(editorPaths.overlaySchema, t("json.schema"))}
      </p>`,
  });
}
