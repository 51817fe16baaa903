import type { Context } from "../../../../platform/context/context.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { pageNumberOf } from "../../../../ui/pagination.ts";
import { addressOfPortal, type Portal } from "../../../tenants/index.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import {
  readLeistungenOfAbove,
  setHiddenAbove,
} from "../../use-cases/above/leistungen-of-above.ts";
import { takeOverFromAbove } from "../../use-cases/above/take-over-from-above.ts";
import { abovePage, addressOf } from "./above-page.ts";
import { abovePath, editorPath, editPath } from "./editor-labels.ts";
import { portalsAbove, type CataloguePorts } from "../found-leistungen.ts";

const doneKeys: ReadonlyMap<string, EditorKey> = new Map([
  ["verborgen", "of-above.hidden"],
  ["gezeigt", "of-above.shown"],
]);

/** Leistungen of the authorities above for the editor: seen, hidden in the own portal, shown again. */
export function aboveRoutes(ports: CataloguePorts): readonly Route[] {
  const access = {
    path: abovePath,
    audience: "staff",
    permission: "catalogue.edit",
  } as const;
  return [
    { method: "GET", ...access, handle: (it) => show(it, ports) },
    { method: "POST", ...access, handle: (it) => take(it, ports) },
  ];
}

async function show(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, portal, baseUrl, locale, query } = request;
  const words = wordsOf(query.get("q"));
  const number = pageNumberOf(query.get("seite"));
  const authorities = await portalsAbove(portal, ports.portals);
  const authority = chosenOf(authorities, query.get("von")) ?? authorities[0];
  const found =
    authority &&
    (await readLeistungenOfAbove(
      context,
      ports.guestIn(context, authority.tenantId),
      { words, page: number },
    ));
  if (authority && !found) return showError(403);
  return page({
    title: editorTexts(locale)("of-above.title"),
    main: abovePage({
      authorities,
      chosen: authority &&
        found && {
          ...found,
          authority,
          origin: addressOfPortal(baseUrl, portal, authority),
        },
      words,
      page: number,
      done: doneKeys.get(query.get("getan") ?? ""),
      locale,
    }),
    section: editorPath,
    layout: "wide",
  });
}

async function take(
  { context, portal, fields }: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const action = fields.get("aktion");
  const authorities = await portalsAbove(portal, ports.portals);
  const authority = chosenOf(authorities, fields.get("von"));
  if (!authority) return showError(404);
  const slug = fields.get("name") ?? "";
  const there = ports.guestIn(context, authority.tenantId);
  if (action === "uebernehmen") return takeOver(context, there, slug);
  if (action !== "verbergen" && action !== "zeigen") return showError(400);
  const isHidden = action === "verbergen";
  if (!(await setHiddenAbove(context, there, { slug, isHidden })))
    return showError(404);
  const back = addressOf({
    words: wordsOf(fields.get("q")),
    page: pageNumberOf(fields.get("seite")),
    authority,
  });
  return redirect(`${back}&getan=${isHidden ? "verborgen" : "gezeigt"}`);
}

/** Leads to the editor of the Leistung, also where the portal has one already. */
async function takeOver(
  context: Context,
  there: Context,
  slug: string,
): Promise<Reply> {
  const taken = await takeOverFromAbove(context, there, slug);
  if (taken.ok) return redirect(`${editPath(taken.value)}?getan=von-oben`);
  return taken.refusal.kind === "has-own"
    ? redirect(editPath(taken.refusal.id))
    : showError(404);
}

const wordsOf = (text: string | null | undefined) =>
  (text ?? "").trim().slice(0, 200);

const chosenOf = (
  authorities: readonly Portal[],
  host: string | null | undefined,
) => authorities.find((authority) => authority.host === host);
