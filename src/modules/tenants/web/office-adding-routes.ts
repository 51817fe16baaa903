import { html, type SafeHtml } from "../../../platform/html/html.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { link } from "../../../ui/link.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { section } from "../../../ui/section.ts";
import {
  readTypedOffice,
  type OfficeFaults,
  type TypedOffice,
} from "../domain/typed-office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import type { DirectoryOffice } from "../domain/directory-office.ts";
import type { TenantsPorts } from "../ports.ts";
import { addOffice } from "../use-cases/change-office.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import { officeEditorPath } from "./office-editor-page.ts";
import { formPage, nothingTyped, typedIn } from "./office-form-page.ts";

type Ports = Pick<TenantsPorts, "findDirectoryOffices">;

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = `${officeEditorPath}/neu`;

/** A new office, empty or as an imported directory names it: `?suche=` finds it there, `?aus=` fills it in. */
export function addingRoutes(ports: Ports): Route[] {
  return [
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => showNew(request, ports),
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => add(request, ports),
    },
  ];
}

async function showNew(request: PortalRequest, ports: Ports): Promise<Reply> {
  const key = request.query.get("aus");
  const [taken] =
    key === null
      ? []
      : await ports.findDirectoryOffices(request.context, { key });
  const typed = taken ? { ...nothingTyped, ...wordsOf(taken) } : nothingTyped;
  return show(request, ports, { typed, faults: {} });
}

const wordsOf = ({ key: _, ...words }: DirectoryOffice) => words;

async function add(request: PortalRequest, ports: Ports): Promise<Reply> {
  const { context, fields } = request;
  const typed = typedIn(fields);
  const others = await listOffices(context);
  const read = readTypedOffice(typed, { slug: "", others });
  if (!read.ok) return show(request, ports, { typed, faults: read.faults });
  const added = await addOffice(context, read.value);
  return added.ok
    ? redirect(`${officeEditorPath}/${added.value.slug}?getan=gespeichert`)
    : showError(403);
}

async function show(
  request: PortalRequest,
  ports: Ports,
  form: { readonly typed: TypedOffice; readonly faults: OfficeFaults },
): Promise<Reply> {
  const { context, locale } = request;
  return formPage({
    ...form,
    locale,
    office: undefined,
    offices: await listOffices(context),
    isSaved: false,
    map: undefined,
    above: await directory(request, ports),
  });
}

async function directory(
  { context, locale, query }: PortalRequest,
  ports: Ports,
): Promise<SafeHtml> {
  const t = tenantsTexts(locale);
  const words = (query.get("suche") ?? "").trim().slice(0, 200);
  const found =
    words === "" ? [] : await ports.findDirectoryOffices(context, { words });
  return section({
    title: t("editor.directory"),
    body: html`${searchForm({
      action: path,
      name: "suche",
      label: t("editor.directory.search"),
      buttonLabel: t("editor.directory.button"),
      hint: t("editor.directory.hint"),
      value: words,
    })}
    ${words !== "" && found.length === 0 && html`<p>${t("editor.directory.none")}</p>`}
    ${
      found.length > 0 &&
      html`<ul class="kern-list kern-list--bullet" lang="de">
        ${found.map(
          ({ key, name, street, town }) =>
            html`<li>
              ${link(`${path}?aus=${encodeURIComponent(key)}`, name)}
              ${[street, town].filter((part) => part !== "").join(", ")}
            </li>`,
        )}
      </ul>`
    }`,
  });
}
