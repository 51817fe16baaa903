import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { catalogueTexts } from "../../i18n/texts.ts";
import { addSynonym } from "../../use-cases/search/add-synonym.ts";
import { dropSynonym } from "../../use-cases/search/drop-synonym.ts";
import { readSearchDesk } from "../../use-cases/search/read-search-desk.ts";
import { searchDeskPage, searchDeskPath } from "./search-desk-page.ts";

const access = {
  path: searchDeskPath,
  audience: "staff",
  permission: "catalogue.edit",
} as const;

/** What people search for in vain, and the words that the search learns from the editor. */
export const searchDeskRoutes: readonly Route[] = [
  {
    method: "GET",
    ...access,
    handle: (request) =>
      show(request, {
        word: request.query.get("wort") ?? "",
        meaning: "",
        isRefused: false,
      }),
  },
  { method: "POST", ...access, handle: change },
];

async function show(
  { context, locale, query }: PortalRequest,
  typed: {
    readonly word: string;
    readonly meaning: string;
    readonly isRefused: boolean;
  },
): Promise<Reply> {
  const desk = await readSearchDesk(context);
  if (!desk) return showError(403);
  const isSaved = query.get("getan") === "gespeichert";
  const t = catalogueTexts(locale);
  const title = t("desk.title");
  return page({
    status: typed.isRefused ? 422 : 200,
    title: typed.isRefused ? t("desk.error", { title }) : title,
    scripts: typed.isRefused ? ["focus-error-summary"] : [],
    main: searchDeskPage({ desk, locale, isSaved, ...typed }),
    section: searchDeskPath,
    layout: "wide",
  });
}

async function change(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const field = (name: string) => (fields.get(name) ?? "").slice(0, 60);
  const done = redirect(`${searchDeskPath}?getan=gespeichert`);
  if (field("aktion") === "entfernen") {
    const synonym = { stem: field("stamm"), meaningStem: field("ziel") };
    return (await dropSynonym(context, synonym)) ? done : showError(403);
  }
  const typed = { word: field("wort"), meaning: field("bedeutung") };
  const added = await addSynonym(context, typed);
  if (added.ok) return done;
  return added.refusal.kind === "not-permitted"
    ? showError(403)
    : show(request, { ...typed, isRefused: true });
}
