import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { longestNote } from "../domain/note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgaengePorts } from "../ports.ts";
import { takeBackNote, writeNote } from "../use-cases/internal-notes.ts";
import { noteFields } from "./notes-section.ts";
import { staffRoute } from "./staff-route.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { formProblem } from "./vorgang-input.ts";
import { showVorgang } from "./vorgang-routes.ts";

/** Notes among colleagues. */
export function noteRoutes(ports: VorgaengePorts): readonly Route[] {
  return [
    staffRoute("POST", vorgaengePaths.notes(":id"), (request) =>
      submitNote(request, ports),
    ),
    staffRoute("POST", vorgaengePaths.noteRemoval(":id", ":noteId"), takeBack),
  ];
}

async function submitNote(
  request: PortalRequest,
  ports: VorgaengePorts,
): Promise<Reply> {
  const { context, params, fields, baseUrl, locale } = request;
  const vorgangId = params["id"] ?? "";
  const text = fields.get(noteFields.text) ?? "";
  const mentioned = fields.get(noteFields.mentioned) ?? "";
  const result = await writeNote(context, {
    vorgangId,
    text,
    mentionedIds: mentioned === "" ? [] : [mentioned],
    baseUrl,
  });
  if (result.ok)
    return redirect(`${vorgaengePaths.vorgang(vorgangId)}#notizen`);
  const { kind } = result.refusal;
  if (kind === "not-permitted" || kind === "not-found") return showError(404);
  const t = vorgaengeTexts(locale);
  const problem =
    kind === "note-missing"
      ? t("notes.missing")
      : t("step.note-too-long", { count: longestNote });
  return showVorgang(
    request,
    ports,
    formProblem(fields, [{ fieldId: noteFields.text, text: problem }]),
  );
}

async function takeBack({ context, params }: PortalRequest): Promise<Reply> {
  const vorgangId = params["id"] ?? "";
  const noteId = params["noteId"] ?? "";
  await takeBackNote(context, { vorgangId, noteId });
  // Too late, or gone already by a second click: the page shows what there is.
  return redirect(`${vorgaengePaths.vorgang(vorgangId)}#notizen`);
}
