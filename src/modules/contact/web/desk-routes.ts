import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { contactTexts } from "../i18n/texts.ts";
import {
  finishMessage,
  openMessage,
  readDesk,
} from "../use-cases/read-message.ts";
import { deskPage, deskPath, messagePage } from "./desk-pages.ts";

const access = { audience: "staff", permission: "vorgang.edit" } as const;

/** What came in by the contact forms, for who works at the authority. */
export const deskRoutes: readonly Route[] = [
  { method: "GET", path: deskPath, ...access, handle: showDesk },
  { method: "GET", path: `${deskPath}/:id`, ...access, handle: showMessage },
  {
    method: "POST",
    path: `${deskPath}/:id/erledigt`,
    ...access,
    handle: finish,
  },
];

async function showDesk({ context, locale }: PortalRequest): Promise<Reply> {
  const desk = await readDesk(context);
  if (!desk) return showError(403);
  return page({
    title: contactTexts(locale)("desk.title"),
    main: deskPage(desk, locale),
    section: deskPath,
    layout: "wide",
  });
}

async function showMessage({
  context,
  params,
  locale,
}: PortalRequest): Promise<Reply> {
  const message = await openMessage(context, params["id"] ?? "");
  if (!message) return showError(404);
  return page({
    title: contactTexts(locale)("desk.message"),
    main: messagePage(message, locale),
    section: deskPath,
    layout: "wide",
  });
}

async function finish({ context, params }: PortalRequest): Promise<Reply> {
  const isDone = await finishMessage(context, params["id"] ?? "");
  return isDone ? redirect(deskPath) : showError(404);
}
