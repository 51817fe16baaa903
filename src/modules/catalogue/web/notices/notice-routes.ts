import { formatTime } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { germanDay } from "../../../../platform/values/german-day.ts";
import { isId, newId } from "../../../../platform/values/id.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import type { PortalDirectory } from "../../../tenants/index.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import { typedDay } from "../../domain/typed/typed-day.ts";
import {
  kindOf,
  placeOf,
  readTypedNotice,
  type NoticeField,
  type TypedNotice,
} from "../../domain/notices/typed-notice.ts";
import { noticeTexts } from "../../i18n/texts.ts";
import {
  endNotice,
  postNotice,
  readNotice,
  readNotices,
} from "../../use-cases/notices/notices.ts";
import {
  noticeFormPage,
  noticeInputs,
  type NoticeForm,
} from "./notice-form.ts";
import {
  authorityDesk,
  installationDesk,
  type NoticeDesk,
} from "./notice-desk.ts";
import { noticeListPage } from "./notice-list.ts";

type Ports = {
  readonly portals: PortalDirectory;
  readonly desk: NoticeDesk;
};

/** Where an authority tells everybody something and says what does not work, and where the operator does so for all portals. */
export function noticeRoutes({
  portals,
}: Pick<Ports, "portals">): readonly Route[] {
  return [authorityDesk, installationDesk].flatMap((desk) =>
    routesOfDesk({ portals, desk }),
  );
}

function routesOfDesk(ports: Ports): readonly Route[] {
  const { path, access } = ports.desk;
  const one = `${path}/:id`;
  const fresh = `${path}/neu`;
  const on =
    (handle: (request: PortalRequest, ports: Ports) => Promise<Reply>) =>
    (request: PortalRequest) =>
      handle(request, ports);
  return [
    { method: "GET", path, ...access, handle: on(showList) },
    { method: "GET", path: fresh, ...access, handle: on(showNew) },
    { method: "POST", path: fresh, ...access, handle: on(receive) },
    { method: "GET", path: one, ...access, handle: on(showOne) },
    { method: "POST", path: one, ...access, handle: on(receive) },
    { method: "POST", path: `${one}/ende`, ...access, handle: on(end) },
  ];
}

async function showList(
  { context, locale, query }: PortalRequest,
  { desk }: Ports,
): Promise<Reply> {
  const notices = await readNotices(context);
  if (!notices) return showError(403);
  const done = { gespeichert: "saved", beendet: "ended" } as const;
  return page({
    title: noticeTexts(locale)("notices.title"),
    main: noticeListPage({
      desk,
      notices,
      now: context.now,
      locale,
      done: Object.entries(done).find(([it]) => it === query.get("getan"))?.[1],
    }),
    section: desk.path,
    layout: "wide",
  });
}

async function showNew(request: PortalRequest, ports: Ports): Promise<Reply> {
  const typed = typedFrom(() => "");
  // What the operator has to say is about everything.
  const place = ports.desk.kind === "installation" ? "everywhere" : placeOf("");
  return formPage({
    ...(await frameOf(request, ports)),
    newId: newId(),
    typed: { ...typed, kind: kindOf(""), place },
    isInCommunes: false,
    faults: {},
  });
}

async function showOne(request: PortalRequest, ports: Ports): Promise<Reply> {
  const notice = await readNotice(request.context, request.params["id"] ?? "");
  if (!notice) return showError(404);
  return formPage({
    ...(await frameOf(request, ports)),
    typed: typedOf(notice),
    isInCommunes: notice.isInCommunes,
    faults: {},
  });
}

async function receive(request: PortalRequest, ports: Ports): Promise<Reply> {
  const { context, fields, params } = request;
  const known = params["id"];
  if (known !== undefined && !(await readNotice(context, known)))
    return showError(404);
  const id = known ?? idOf(fields.get("id") ?? "");
  const form = {
    ...(await typedForm(request, ports)),
    ...(known === undefined && { newId: id }),
  };
  const read = readTypedNotice(form.typed, context.now);
  if (!read.ok) return formPage({ ...form, faults: read.faults });
  const notice = { ...read.value, id, isInCommunes: form.isInCommunes };
  if (fields.get("aktion") === "vorschau")
    return formPage({ ...form, faults: {}, preview: notice });
  return (await postNotice(context, notice))
    ? redirect(`${ports.desk.path}?getan=gespeichert`)
    : showError(403);
}

const idOf = (given: string) => (isId(given) ? given : newId());

async function typedForm(request: PortalRequest, ports: Ports) {
  const { fields } = request;
  const frame = await frameOf(request, ports);
  return {
    ...frame,
    typed: typedFrom((field) =>
      (fields.get(noticeInputs[field]) ?? "").replaceAll("\r\n", "\n").trim(),
    ),
    isInCommunes:
      ports.desk.kind === "installation" ||
      (frame.hasCommunes && fields.has("orte")),
  };
}

async function end(
  { context, params }: PortalRequest,
  { desk }: Ports,
): Promise<Reply> {
  return (await endNotice(context, params["id"] ?? ""))
    ? redirect(`${desk.path}?getan=beendet`)
    : showError(404);
}

async function frameOf(
  { portal, locale, path, params }: PortalRequest,
  { portals, desk }: Ports,
): Promise<
  Pick<NoticeForm, "desk" | "locale" | "title" | "action" | "hasCommunes">
> {
  const all = await portals.list();
  return {
    desk,
    locale,
    action: path,
    title: noticeTexts(locale)(
      params["id"] === undefined ? "notices.new" : "form.change",
    ),
    hasCommunes:
      desk.kind === "authority" &&
      all.some(
        (it) => it.parentTenantId === portal.tenantId && it.kind !== "company",
      ),
  };
}

function formPage(form: NoticeForm): Reply {
  const t = noticeTexts(form.locale);
  const isWrong = Object.keys(form.faults).length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("form.wrong", { title: form.title }) : form.title,
    main: noticeFormPage(form),
    section: form.desk.path,
    scripts: ["focus-error-summary"],
  });
}

function typedFrom(value: (field: NoticeField) => string): TypedNotice {
  return {
    kind: value("kind"),
    title: value("title"),
    body: value("body"),
    titleEn: value("titleEn"),
    bodyEn: value("bodyEn"),
    place: value("place"),
    fromDay: value("fromDay"),
    fromTime: value("fromTime"),
    untilDay: value("untilDay"),
    untilTime: value("untilTime"),
  };
}

function typedOf(notice: Notice): TypedNotice {
  const { visibleFrom, visibleUntil } = notice;
  const day = (moment: Date | null) =>
    moment ? typedDay(germanDay(moment)) : "";
  const time = (moment: Date | null) =>
    moment ? formatTime(moment, german) : "";
  return {
    kind: notice.kind,
    title: notice.de.title,
    body: notice.de.body,
    titleEn: notice.en?.title ?? "",
    bodyEn: notice.en?.body ?? "",
    place: notice.place,
    fromDay: day(visibleFrom),
    fromTime: time(visibleFrom),
    untilDay: day(visibleUntil),
    untilTime: time(visibleUntil),
  };
}

/** Days and times are typed as Germans write them. */
const german: Locale = "de";
