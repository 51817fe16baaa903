import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { html } from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import type { Office } from "../domain/office.ts";
import { readTypedOffice, typedOfficeOf } from "../domain/typed-office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import type { TenantsPorts } from "../ports.ts";
import { changeOffice } from "../use-cases/change-office.ts";
import { readClosedOffices } from "../use-cases/closed-offices.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import {
  closedOffices,
  closedOfficesPath,
  takeSuccessor,
} from "./closed-offices.ts";
import {
  officeEditorListPage,
  officeEditorPath,
  type OfficeForm,
} from "./office-editor-page.ts";
import { addingRoutes } from "./office-adding-routes.ts";
import { formPage, typedIn } from "./office-form-page.ts";
import { removalRoutes } from "./office-removal-routes.ts";

type Ports = Pick<
  TenantsPorts,
  "mapPicture" | "listLeistungen" | "findDirectoryOffices"
>;

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = `${officeEditorPath}/:name`;

/** Where editors say how people find and reach an office. */
export function officeEditorRoutes(ports: Ports): Route[] {
  return [
    { method: "GET", path: officeEditorPath, ...access, handle: showList },
    {
      method: "POST",
      path: closedOfficesPath,
      ...access,
      handle: takeSuccessor,
    },
    ...addingRoutes(ports),
    ...removalRoutes(ports),
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => showForm(request, ports),
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => change(request, ports),
    },
  ];
}

async function showList({
  context,
  locale,
  query,
}: PortalRequest): Promise<Reply> {
  const t = tenantsTexts(locale);
  const offices = await listOffices(context);
  const own = offices.filter(({ authority }) => authority === null);
  const closed = await readClosedOffices(context);
  return page({
    title: t("editor.title"),
    main: html`${
      query.get("getan") === "nachfolger" &&
      alert({
        kind: "success",
        title: t("editor.closed.saved"),
        isAnnounced: true,
      })
    }
    ${officeEditorListPage(offices, locale)}
    ${closedOffices(closed, own, locale)}`,
    section: officeEditorPath,
    layout: "wide",
  });
}

async function showForm(request: PortalRequest, ports: Ports): Promise<Reply> {
  const found = await findOffice(request);
  if (!found) return showError(404);
  return formPage({
    ...found,
    ...(await viewOf(request, found.office, ports)),
    isSaved: request.query.get("getan") === "gespeichert",
    typed: typedOfficeOf(found.office),
    faults: {},
  });
}

async function change(request: PortalRequest, ports: Ports): Promise<Reply> {
  const found = await findOffice(request);
  if (!found) return showError(404);
  const { context, fields } = request;
  const { office, offices } = found;
  const typed = typedIn(fields);
  const read = readTypedOffice(typed, { slug: office.slug, others: offices });
  if (!read.ok) {
    const { faults } = read;
    const view = await viewOf(request, office, ports);
    return formPage({ ...found, ...view, isSaved: false, typed, faults });
  }
  const changed = await changeOffice(context, office.slug, read.value);
  if (changed.ok)
    return redirect(`${officeEditorPath}/${office.slug}?getan=gespeichert`);
  return showError(changed.refusal.kind === "not-permitted" ? 403 : 404);
}

async function findOffice({ context, params }: PortalRequest) {
  const offices = await listOffices(context);
  const office = offices.find(({ slug }) => slug === params["name"]);
  return office && { office, offices };
}

async function viewOf(
  { locale }: PortalRequest,
  { name, location }: Office,
  ports: Ports,
): Promise<Pick<OfficeForm, "locale" | "map">> {
  const label = tenantsTexts(locale)("office.map", { name });
  return {
    locale,
    map: location
      ? await ports.mapPicture(location, { label, locale })
      : undefined,
  };
}
