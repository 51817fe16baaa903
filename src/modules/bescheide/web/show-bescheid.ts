import {
  showError,
  type PortalRequest,
  type Reply,
} from "../../../shell/web/route.ts";
import type { BescheidePorts } from "../ports.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { readBescheid } from "../use-cases/read-bescheid.ts";
import { checkPage, type CheckInput } from "./check-page.ts";
import { draftPage, type DraftInput } from "./draft-page.ts";

/** The draft while it is one, then the document. */
export async function showBescheid(
  request: PortalRequest,
  ports: BescheidePorts,
  input: { readonly draft?: DraftInput; readonly check?: CheckInput } = {},
): Promise<Reply> {
  const { context, locale } = request;
  const opened = await readBescheid(context, request.params["id"] ?? "", ports);
  if (!opened || opened.bescheid.state === "discarded") return showError(404);
  const isDraft = opened.bescheid.state === "draft";
  const isWriting = isDraft && context.actor.may("vorgang.edit");
  // What was typed is shown even when it has become a document meanwhile, and what could not be done with a document that is a draft again.
  if (!input.draft && (input.check !== undefined || !isWriting))
    return checkPage({
      locale,
      opened,
      ownId: context.actor.id,
      input: input.check,
    });
  const texts = await listTexts(context, ports);
  return draftPage({
    locale,
    opened,
    modules: texts.filter(({ kind }) => kind === "module"),
    input: input.draft,
  });
}
