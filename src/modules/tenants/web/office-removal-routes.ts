import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import type { Office } from "../domain/office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import type { TenantsPorts } from "../ports.ts";
import { removeOffice } from "../use-cases/change-office.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import { officeEditorPath } from "./office-editor-page.ts";

type Ports = Pick<TenantsPorts, "listLeistungen">;

const access = { audience: "staff", permission: "catalogue.edit" } as const;
const path = `${officeEditorPath}/:name/loeschen`;
const successorField = "nachfolger";

/** Closes an office, once nothing leads there. */
export function removalRoutes(ports: Ports): Route[] {
  return [
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => ask(request, ports),
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => remove(request, ports),
    },
  ];
}

async function ask(
  { context, params, locale }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const offices = await listOffices(context);
  const office = offices.find(({ slug }) => slug === params["name"]);
  if (!office) return showError(404);
  const t = tenantsTexts(locale);
  const { slug, name } = office;
  const inTheWay = [
    ...offices
      .filter(({ partOf }) => partOf === slug)
      .map((it) => ({
        title: it.name,
        href: `${officeEditorPath}/${it.slug}`,
      })),
    ...(await ports.listLeistungen(context, slug)).map((it) => ({
      title: it.title,
      href: `/leistungen/${it.slug}`,
    })),
  ];
  const back = { label: name, href: `${officeEditorPath}/${slug}` };
  const title = t("editor.remove.title", { name });
  return page({
    title,
    section: officeEditorPath,
    main:
      inTheWay.length === 0
        ? confirmation({
            question: title,
            consequence: html`<p>${t("editor.remove.consequence")}</p>
              ${successorOf(
                offices.filter((it) => it.slug !== slug),
                locale,
              )}`,
            action: `${officeEditorPath}/${slug}/loeschen`,
            confirmLabel: t("editor.remove.confirm"),
            cancel: { ...back, label: t("editor.remove.cancel") },
          })
        : html`${backLink(back)}
            ${pageHeading({ title, lead: t("editor.remove.needed") })}
            <ul class="kern-list kern-list--bullet" lang="de">
              ${inTheWay.map((it) => html`<li>${link(it.href, it.title)}</li>`)}
            </ul>`,
  });
}

/** Whoever comes by an old address is led there. */
function successorOf(others: readonly Office[], locale: Locale): SafeHtml {
  const t = tenantsTexts(locale);
  return select({
    name: successorField,
    label: t("editor.remove.successor"),
    hint: t("editor.remove.successor.hint"),
    emptyLabel: t("editor.remove.successor.none"),
    options: others.map(({ slug, name }) => ({ value: slug, label: name })),
    isOptional: true,
    locale,
  });
}

async function remove(
  { context, params, fields }: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const slug = params["name"] ?? "";
  const removed = await removeOffice(
    context,
    { slug, successor: fields.get(successorField) ?? "" },
    async () => (await ports.listLeistungen(context, slug)).length > 0,
  );
  if (removed.ok) return redirect(officeEditorPath);
  switch (removed.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "office-not-found":
      return showError(404);
    case "office-needed":
      return redirect(`${officeEditorPath}/${slug}/loeschen`);
  }
}
