import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Office } from "../domain/office.ts";
import {
  longestOf,
  officeFields,
  possibleParents,
  type OfficeFaults,
  type OfficeField,
  type TypedOffice,
} from "../domain/typed-office.ts";
import { tenantsTexts } from "../i18n/texts.ts";

export const officeEditorPath = "/verwaltung/aemter";

/** Names of the inputs. */
export const officeInputs: Readonly<Record<OfficeField, string>> = {
  name: "name",
  tasks: "aufgaben",
  partOf: "teil-von",
  street: "strasse",
  postcode: "plz",
  town: "ort",
  position: "lage",
  phone: "telefon",
  email: "mail",
  hours: "zeiten",
  days: "tage",
  transport: "anfahrt",
  accessibility: "zugang",
  note: "hinweis",
};

export type OfficeForm = {
  /** Undefined for a new one. */
  readonly office: Office | undefined;
  readonly offices: readonly Office[];
  readonly locale: Locale;
  readonly isSaved: boolean;
  readonly typed: TypedOffice;
  readonly faults: OfficeFaults;
  /** Where the office stands by what is saved. */
  readonly map: SafeHtml | undefined;
  /** Stands before the form, such as what a new office can be made of. */
  readonly above?: SafeHtml;
};

/** The offices, to choose one. */
export function officeEditorListPage(
  offices: readonly Office[],
  locale: Locale,
): SafeHtml {
  const t = tenantsTexts(locale);
  return html`${pageHeading({
      title: t("editor.title"),
      lead: t("editor.lead"),
    })}
    <p>
      ${linkButton({ label: t("editor.add"), href: `${officeEditorPath}/neu` })}
    </p>
    <ul class="kern-list kern-list--bullet" lang="de">
      ${offices.map(
        ({ slug, name }) =>
          html`<li>${link(`${officeEditorPath}/${slug}`, name)}</li>`,
      )}
    </ul>`;
}

/** All that one office says of itself. */
export function officeEditorPage(form: OfficeForm): SafeHtml {
  const { office, locale, isSaved, map, above } = form;
  const t = tenantsTexts(locale);
  const title = office?.name ?? t("editor.add");
  const errors = officeFields.flatMap((field) => {
    const text = errorOf(field, form);
    return text === undefined ? [] : [{ fieldId: officeInputs[field], text }];
  });
  return html`${breadcrumb({
      parents: [{ label: t("editor.title"), href: officeEditorPath }],
      current: title,
      locale,
    })}
    ${errorSummary({ errors, locale })}
    ${
      isSaved &&
      alert({ kind: "success", title: t("editor.saved"), isAnnounced: true })
    }
    ${pageHeading({ title })} ${above}
    <form method="post" action="${officeEditorPath}/${office?.slug ?? "neu"}">
      ${part("editor.part.office", form, ["name", "tasks", "partOf"])}
      ${part("editor.part.reach", form, ["street", "postcode", "town", "phone", "email"])}
      ${part("editor.part.hours", form, ["hours", "days", "note"])}
      ${part("editor.part.way", form, ["position", "transport", "accessibility"])}
      ${map} ${button({ label: t("editor.save") })}
    </form>
    ${office && furtherLinks(office, locale)}`;
}

function furtherLinks({ slug }: Office, locale: Locale): SafeHtml {
  const t = tenantsTexts(locale);
  return html`<p>${link(`/aemter/${slug}`, t("editor.public"))}</p>
    <p>${link(`${officeEditorPath}/${slug}/loeschen`, t("editor.remove"))}</p>`;
}

function part(
  title:
    | "editor.part.office"
    | "editor.part.reach"
    | "editor.part.hours"
    | "editor.part.way",
  form: OfficeForm,
  fields: readonly OfficeField[],
): SafeHtml {
  return section({
    title: tenantsTexts(form.locale)(title),
    body: html`${fields.map((field) => input(field, form))}`,
  });
}

const optional: readonly OfficeField[] = [
  "partOf",
  "position",
  "hours",
  "days",
  "transport",
  "accessibility",
  "note",
];
const rowsOf: Partial<Record<OfficeField, number>> = {
  tasks: 3,
  hours: 5,
  days: 6,
  transport: 3,
  accessibility: 3,
  note: 3,
};

function input(field: OfficeField, form: OfficeForm): SafeHtml {
  const { locale, typed } = form;
  const t = tenantsTexts(locale);
  const hasHint = field === "hours" || field === "days" || field === "position";
  const props = {
    name: officeInputs[field],
    label: t(`editor.${field}`),
    hint: hasHint ? t(`editor.${field}.hint`) : undefined,
    value: typed[field],
    error: errorOf(field, form),
    isOptional: optional.includes(field),
    locale,
  };
  const rows = rowsOf[field];
  if (rows !== undefined) return textarea({ ...props, rows });
  if (field === "partOf") return parent(form, props);
  return textInput({ ...props, ...shapes[field] });
}

function parent(
  { office, offices, locale }: OfficeForm,
  props: Parameters<typeof textInput>[0],
): SafeHtml {
  return select({
    ...props,
    emptyLabel: tenantsTexts(locale)("editor.partOf.none"),
    options: possibleParents(offices, office?.slug ?? "").map(
      ({ slug, name }) => ({
        value: slug,
        label: name,
      }),
    ),
  });
}

const shapes: Partial<
  Record<OfficeField, Partial<Parameters<typeof textInput>[0]>>
> = {
  postcode: { width: 6, inputMode: "numeric" },
  position: { width: 20 },
  phone: { type: "tel", width: 20 },
  email: { type: "email" },
};

function errorOf(
  field: OfficeField,
  { faults, locale }: OfficeForm,
): string | undefined {
  const found = faults[field];
  const t = tenantsTexts(locale);
  switch (found?.kind) {
    case undefined:
      return undefined;
    case "missing":
      return t("editor.missing", { field: t(`editor.${field}`) });
    case "too-long":
      return t("editor.too-long", { max: longestOf[field] });
    case "wrong":
      return t(`editor.wrong.${wrongOf(field)}`);
    case "hours":
      return t(`editor.hours.${found.fault.kind}`, { line: found.fault.line });
    case "days":
      return found.fault.kind === "too-many"
        ? t("editor.days.too-many")
        : t(`editor.days.${found.fault.kind}`, { line: found.fault.line });
  }
}

function wrongOf(
  field: OfficeField,
): "partOf" | "postcode" | "position" | "phone" | "email" {
  switch (field) {
    case "postcode":
    case "position":
    case "phone":
    case "email":
      return field;
    default:
      return "partOf";
  }
}
