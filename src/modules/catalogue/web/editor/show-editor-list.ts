import {
  page,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import { pageNumberOf } from "../../../../ui/pagination.ts";
import { editorTexts } from "../../i18n/texts.ts";
import { rulesPermission } from "../../use-cases/editing/editing-rules.ts";
import { readEditorDesk } from "../../use-cases/editing/read-editor-desk.ts";
import { editorPath } from "./editor-labels.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { editorListPage, kindOfWord } from "./editor-list-page.ts";

/** The list of Leistungen as the address asks for it. */
export async function showEditorList(
  { context, locale, query }: PortalRequest,
  { countBrokenLinks }: CataloguePorts,
): Promise<Reply> {
  const asked = {
    words: (query.get("q") ?? "").trim().slice(0, 200),
    kind: kindOfWord(query.get("nur")),
    page: pageNumberOf(query.get("seite")),
  };
  const desk = await readEditorDesk(context, asked);
  if (!desk) return showError(403);
  const brokenLinks = await countBrokenLinks?.(context);
  return page({
    title: editorTexts(locale)("list.title"),
    main: editorListPage({
      desk,
      brokenLinks,
      locale,
      maySetRules: context.actor.may(rulesPermission),
      ...asked,
    }),
    section: editorPath,
    layout: "wide",
  });
}
