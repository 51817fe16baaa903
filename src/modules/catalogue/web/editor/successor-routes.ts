import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { pageNumberOf } from "../../../../ui/pagination.ts";
import { inLanguage } from "../../domain/content/leistung-content.ts";
import { editorTexts, type EditorKey } from "../../i18n/texts.ts";
import {
  chooseSuccessor,
  readAllLeaving,
  readLeaving,
  type Leaving,
} from "../../use-cases/editing/successors.ts";
import { findShown } from "../find-shown.ts";
import { findAround, type CataloguePorts } from "../found-leistungen.ts";
import { editorPath, formerPath, successorPath } from "./editor-labels.ts";
import {
  formerPage,
  successorPage,
  type Candidate,
  type SuccessorPageInput,
} from "./successor-page.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = successorPath(":name");
const mostCandidates = 10;

const doneKeys: ReadonlyMap<string, EditorKey> = new Map([
  ["gewaehlt", "successor.chosen"],
  ["entfernt", "successor.removed"],
]);

/** What takes the place of Leistungen that the portal shows no more. */
export function successorRoutes(ports: CataloguePorts): readonly Route[] {
  return [
    { method: "GET", path: formerPath, ...access, handle: showFormer },
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => show(request, ports),
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => take(request, ports),
    },
  ];
}

async function showFormer({
  context,
  query,
  locale,
}: PortalRequest): Promise<Reply> {
  const words = wordsOf(query);
  const number = pageNumberOf(query.get("seite"));
  const found = await readAllLeaving(context, { words, page: number });
  if (!found) return showError(403);
  return page({
    title: editorTexts(locale)("former.title"),
    main: formerPage({ ...found, words, page: number, locale }),
    section: editorPath,
    layout: "wide",
  });
}

async function show(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, query } = request;
  const leaving = await readLeaving(context, slugOf(request));
  if (!leaving) return showError(404);
  const done = doneKeys.get(query.get("getan") ?? "");
  return successorReply(request, ports, { leaving, done });
}

async function take(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const slug = slugOf(request);
  const leaving = await readLeaving(context, slug);
  if (!leaving) return showError(404);
  const wanted = fields.get("nachfolger") ?? "";
  const successor = wanted === "" ? undefined : wanted;
  if (
    successor !== undefined &&
    (successor === slug || !(await findShown(request, ports, successor)))
  )
    return successorReply(request, ports, {
      leaving,
      warning: "successor.refused",
      status: 422,
    });
  if (!(await chooseSuccessor(context, { slug, successor })))
    return showError(404);
  const done = successor === undefined ? "entfernt" : "gewaehlt";
  return redirect(`${successorPath(slug)}?getan=${done}`);
}

async function successorReply(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    status = 200,
    ...given
  }: Pick<SuccessorPageInput, "leaving" | "done" | "warning"> & {
    readonly status?: 200 | 422;
  },
): Promise<Reply> {
  const { query, locale } = request;
  const words = wordsOf(query);
  const { leaving } = given;
  return page({
    status,
    title: editorTexts(locale)("successor.of", { title: leaving.title }),
    main: successorPage({
      ...given,
      shown: await shownOf(request, ports, leaving),
      words,
      candidates:
        words === "" ? undefined : await find(request, ports, leaving),
      locale,
    }),
    section: editorPath,
    layout: "wide",
  });
}

async function shownOf(
  request: PortalRequest,
  ports: CataloguePorts,
  { successor }: Leaving,
): Promise<Candidate | undefined> {
  if (successor === undefined) return undefined;
  const found = await findShown(request, ports, successor);
  return (
    found && {
      slug: successor,
      title: inLanguage(found.leistung.content.title, request.locale).text,
      offeredBy: found.receiver?.authority.name,
    }
  );
}

/** What the portal shows for the words, as everybody finds it. */
async function find(
  request: PortalRequest,
  ports: CataloguePorts,
  { slug }: Leaving,
): Promise<readonly Candidate[]> {
  const cards = await findAround(request, ports, wordsOf(request.query));
  return cards
    .filter(({ leistung }) => leistung.slug !== slug)
    .slice(0, mostCandidates)
    .map(({ leistung, offeredBy }) => ({
      slug: leistung.slug,
      title: leistung.title,
      offeredBy,
    }));
}

const slugOf = ({ params }: PortalRequest) => params["name"] ?? "";
const wordsOf = (query: URLSearchParams) =>
  (query.get("q") ?? "").trim().slice(0, 200);
