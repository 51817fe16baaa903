import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import {
  redirect,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { describeOverlayFault } from "../../use-cases/describe-overlay-fault.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { saveOverlay } from "../../use-cases/save-overlay.ts";

const seenVersion = "gesehen";

/** The version of the overlay that the page shows, so that two editors do not overwrite each other. */
export function seenVersionField(form: OpenedForm): SafeHtml {
  return html`<input
    type="hidden"
    name="${seenVersion}"
    value="${form.seenVersion}"
  />`;
}

export type OverlayChange = {
  readonly form: OpenedForm;
  /** The overlay after the change; checked when it is saved. */
  readonly content: unknown;
  /** Where to go when it was saved; may have a query. */
  readonly next: string;
  /** The page again with what was typed, and what is wrong with it. */
  readonly again: (errors: readonly string[]) => Reply | Promise<Reply>;
};

/** Saves a changed overlay and goes on, or shows the page again. */
export async function saveChange(
  { context, fields, locale }: PortalRequest,
  { form, content, next, again }: OverlayChange,
): Promise<Reply> {
  const t = editorTexts(locale);
  const saved = await saveOverlay(context, {
    formKey: form.definition.key,
    content,
    seenVersion: Number(fields.get(seenVersion) ?? form.seenVersion),
  });
  if (saved.ok)
    return redirect(`${next}${next.includes("?") ? "&" : "?"}fertig=saved`);
  switch (saved.refusal.kind) {
    case "not-permitted":
      return { kind: "error", status: 403 };
    case "form-unknown":
      return again([t("json.other-form", { key: form.definition.key })]);
    case "changed-meanwhile":
      return again([t("changed-meanwhile")]);
    case "overlay-invalid":
      return again(
        saved.refusal.faults.map((fault) =>
          describeOverlayFault(fault, locale),
        ),
      );
  }
}
