import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Office } from "../domain/office.ts";
import {
  officeFields,
  readTypedOffice,
  typedOfficeOf,
  type OfficeField,
  type TypedOffice,
} from "../domain/typed-office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import type { TenantsPorts } from "../ports.ts";
import { changeOffice } from "../use-cases/change-office.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import {
  officeEditorListPage,
  officeEditorPage,
  officeEditorPath,
  officeInputs,
  type OfficeForm,
} from "./office-editor-page.ts";

type Ports = Pick<TenantsPorts, "mapPicture">;

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = `${officeEditorPath}/:name`;

/** Where editors say how people find and reach an office. */
export function officeEditorRoutes(ports: Ports): Route[] {
  return [
    { method: "GET", path: officeEditorPath, ...access, handle: showList },
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

async function showList({ context, locale }: PortalRequest): Promise<Reply> {
  return page({
    title: tenantsTexts(locale)("editor.title"),
    main: officeEditorListPage(await listOffices(context), locale),
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
  const typed = typedFrom((field) =>
    (fields.get(officeInputs[field]) ?? "").replaceAll("\r\n", "\n").trim(),
  );
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
    map: location ? await ports.mapPicture(location, { label }) : undefined,
  };
}

function typedFrom(value: (field: OfficeField) => string): TypedOffice {
  const typed: Partial<Record<OfficeField, string>> = {};
  for (const field of officeFields) typed[field] = value(field);
  return { ...nothing, ...typed };
}

const nothing: TypedOffice = {
  name: "",
  tasks: "",
  partOf: "",
  street: "",
  postcode: "",
  town: "",
  position: "",
  phone: "",
  email: "",
  hours: "",
  days: "",
  transport: "",
  accessibility: "",
  note: "",
};

function formPage(form: OfficeForm): Reply {
  const isWrong = Object.keys(form.faults).length > 0;
  const t = tenantsTexts(form.locale);
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong
      ? t("editor.error", { name: form.office.name })
      : form.office.name,
    main: officeEditorPage(form),
    section: officeEditorPath,
    scripts: ["focus-error-summary"],
  });
}
