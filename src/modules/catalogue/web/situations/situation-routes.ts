import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { inLanguage } from "../../domain/content/leistung-content.ts";
import { audiences } from "../../domain/situations/situations.ts";
import { situationTexts } from "../../i18n/texts.ts";
import {
  addSituation,
  inheritSituation,
  moveSituation,
  readTree,
  removeSituation,
  renameSituation,
  setSituationHidden,
} from "../../use-cases/situations/edit-situations.ts";
import {
  placeLeistung,
  readPlaced,
} from "../../use-cases/situations/place-leistung.ts";
import { readEditorDesk } from "../../use-cases/editing/read-editor-desk.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import {
  longestName,
  newSituationPage,
  situationEditPage,
  type SituationEditInput,
  type SituationFaults,
  type TypedSituation,
} from "./situation-edit-page.ts";
import {
  anchorOf,
  situationDone,
  situationEditPath,
  situationListPage,
  situationsPath,
  type SituationDone,
} from "./situation-list-page.ts";

const access = { audience: "staff", permission: "catalogue.edit" } as const;

/** Where an editor names, orders, adds and hides situations, and puts Leistungen into them. */
export const situationRoutes = (ports: CataloguePorts): readonly Route[] => [
  { method: "GET", path: situationsPath, ...access, handle: showList },
  { method: "GET", path: `${situationsPath}/neu`, ...access, handle: showNew },
  { method: "POST", path: `${situationsPath}/neu`, ...access, handle: add },
  ...(
    [
      ["GET", "", (request) => showOne(request)],
      ["POST", "", rename],
      ["POST", "/reihenfolge", move],
      ["POST", "/sichtbarkeit", setVisible],
      ["POST", "/uebernehmen", inherit],
      ["POST", "/entfernen", remove],
      ["POST", "/leistungen", (request) => place(request, ports)],
    ] satisfies readonly (readonly [Route["method"], string, Route["handle"]])[]
  ).map(([method, end, handle]): Route => ({
    method,
    path: `${situationsPath}/:name${end}`,
    ...access,
    handle,
  })),
];

const keyOf = ({ params }: PortalRequest) => params["name"] ?? "";

function doneOf({ query }: PortalRequest): SituationDone | undefined {
  const word = query.get("getan");
  return Object.entries(situationDone).find(([it]) => it === word)?.[1];
}

const done = (path: string, word: keyof typeof situationDone) =>
  redirect(`${path}?getan=${word}`);

async function showList(request: PortalRequest): Promise<Reply> {
  const { context, locale } = request;
  const tree = await readTree(context);
  if (!tree) return showError(403);
  return page({
    title: situationTexts(locale)("title"),
    main: situationListPage({ tree, locale, done: doneOf(request) }),
    section: situationsPath,
    layout: "wide",
  });
}

function showNew(request: PortalRequest): Promise<Reply> {
  return newPage(request, { name: "", nameEn: "", place: "" }, {});
}

async function newPage(
  { context, locale }: PortalRequest,
  typed: TypedSituation,
  faults: SituationFaults,
): Promise<Reply> {
  const tree = await readTree(context);
  if (!tree) return showError(403);
  const t = situationTexts(locale);
  return formPage(faults, {
    title: t("new"),
    wrong: t("form.wrong", { title: t("new") }),
    main: newSituationPage({ tree, typed, faults, locale }),
  });
}

function formPage(
  faults: SituationFaults,
  content: Pick<Parameters<typeof page>[0], "title" | "main"> & {
    readonly wrong: string;
    /** Refused, and no field is to blame. */
    readonly status?: 409 | undefined;
  },
): Reply {
  const ofFaults = Object.keys(faults).length > 0 ? 422 : 200;
  const status = content.status ?? ofFaults;
  return page({
    status,
    title: status !== 200 ? content.wrong : content.title,
    main: content.main,
    section: situationsPath,
    scripts: ["focus-error-summary"],
  });
}

async function add(request: PortalRequest): Promise<Reply> {
  const typed = typedIn(request);
  const place = placeOf(typed.place);
  const faults: SituationFaults = {
    ...faultsIn(typed),
    ...(place === undefined && { place: "parent" }),
  };
  if (Object.keys(faults).length > 0 || !place)
    return newPage(request, typed, faults);
  const added = await addSituation(request.context, {
    names: namesOf(typed),
    ...place,
  });
  if (added.ok) return done(situationEditPath(added.value), "angelegt");
  return added.refusal.kind === "no-parent"
    ? newPage(request, typed, { place: "parent" })
    : showError(404);
}

async function showOne(
  request: PortalRequest,
  more: Partial<SituationEditInput> = {},
): Promise<Reply> {
  const { context, locale, query } = request;
  const tree = await readTree(context);
  const situation = tree?.find(({ key }) => key === keyOf(request));
  const placed = await readPlaced(context, keyOf(request));
  if (!situation || !placed) return showError(404);
  const words = (query.get("q") ?? "").trim().slice(0, 200);
  const t = situationTexts(locale);
  const title = inLanguage(situation.names, locale).text;
  const faults = more.faults ?? {};
  const status = more.refused ? 409 : undefined;
  return formPage(faults, {
    status,
    title,
    wrong: t("form.wrong", { title }),
    main: situationEditPage({
      situation,
      placed,
      found: await findMore(request, { words, placed }),
      words,
      typed: {
        name: situation.names.de,
        nameEn: situation.names["en"] ?? "",
        place: "",
      },
      faults,
      done: doneOf(request),
      refused: undefined,
      locale,
      ...more,
    }),
  });
}

async function findMore(
  { context }: PortalRequest,
  { words, placed }: Pick<SituationEditInput, "words" | "placed">,
): Promise<SituationEditInput["found"]> {
  if (words === "") return undefined;
  const asked = { words, kind: "all", page: 1 } as const;
  const desk = await readEditorDesk(context, asked);
  const known = new Set(placed.map(({ id }) => id));
  return desk?.leistungen.filter(({ id }) => !known.has(id));
}

async function rename(request: PortalRequest): Promise<Reply> {
  const typed = typedIn(request);
  const faults = faultsIn(typed);
  if (Object.keys(faults).length > 0)
    return showOne(request, { typed, faults });
  const key = keyOf(request);
  return (await renameSituation(request.context, key, namesOf(typed)))
    ? done(situationEditPath(key), "gespeichert")
    : showError(404);
}

async function move(request: PortalRequest): Promise<Reply> {
  const isUp = request.fields.get("richtung") === "hoch";
  const { context } = request;
  const key = keyOf(request);
  return (await moveSituation(context, key, isUp ? "up" : "down"))
    ? redirect(`${situationsPath}?getan=verschoben#${anchorOf(key)}`)
    : showError(404);
}

async function setVisible(request: PortalRequest): Promise<Reply> {
  const key = keyOf(request);
  const isHidden = request.fields.get("verborgen") === "ja";
  return (await setSituationHidden(request.context, key, { isHidden }))
    ? done(situationEditPath(key), "gespeichert")
    : showError(404);
}

async function inherit(request: PortalRequest): Promise<Reply> {
  const key = keyOf(request);
  return (await inheritSituation(request.context, key))
    ? done(situationEditPath(key), "gespeichert")
    : showError(404);
}

async function remove(request: PortalRequest): Promise<Reply> {
  const removed = await removeSituation(request.context, keyOf(request));
  if (removed.ok) return done(situationsPath, "entfernt");
  return removed.refusal.kind === "in-use"
    ? showOne(request, { refused: "in-use" })
    : showError(404);
}

async function place(
  request: PortalRequest,
  { notices }: CataloguePorts,
): Promise<Reply> {
  const { context, fields } = request;
  const key = keyOf(request);
  const isIn = fields.get("aktion") === "dazu";
  const leistungId = fields.get("leistung") ?? "";
  const placed = await placeLeistung(
    context,
    { key, leistungId, isIn },
    notices,
  );
  if (placed.ok && placed.value === "waiting")
    return done(situationEditPath(key), "wartet");
  if (placed.ok) return done(situationEditPath(key), isIn ? "dazu" : "heraus");
  if (placed.refusal.kind === "not-found") return showError(404);
  const isWaiting = placed.refusal.kind === "waits-already";
  return showOne(request, {
    refused: isWaiting ? "waits-already" : "not-published",
  });
}

function typedIn({ fields }: PortalRequest): TypedSituation {
  const field = (name: string) => (fields.get(name) ?? "").trim();
  return {
    name: field("name"),
    nameEn: field("name-en"),
    place: field("platz"),
  };
}

function faultsIn({ name, nameEn }: TypedSituation): SituationFaults {
  return {
    ...(name === "" && { name: "missing" }),
    ...(name.length > longestName && { name: "too-long" }),
    ...(nameEn.length > longestName && { nameEn: "too-long" }),
  };
}

function namesOf({ name, nameEn }: TypedSituation) {
  return { de: name, ...(nameEn !== "" && { en: nameEn }) };
}

/** `:citizen` and `:business` are the top of the tree, everything else is the key of a situation. */
function placeOf(typed: string) {
  if (typed === "") return undefined;
  const audience = audiences.find((it) => typed === `:${it}`);
  return audience
    ? { parentKey: null, audience }
    : { parentKey: typed, audience: "citizen" as const };
}
