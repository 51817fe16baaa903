import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textInput } from "../../../ui/text-input.ts";
import { mostSecrets, scopes } from "../domain/client.ts";
import { accessTexts, type AccessText } from "../i18n/texts.ts";
import type {
  AccessView,
  ListedClient,
  ShownSecret,
} from "../use-cases/manage-clients.ts";
import { accessPath, destinationAdminPath } from "./access-paths.ts";
import { apiPath } from "./operations.ts";
import { statesSection, type StatesInput } from "./states-section.ts";

export type NewClientInput = {
  readonly name: string;
  readonly scopes: readonly string[];
};

export type AccessPageProps = {
  readonly locale: Locale;
  readonly baseUrl: string;
  readonly view: AccessView;
  /** Only right after it was made. */
  readonly shown?: ShownSecret | undefined;
  /** What was typed and does not fit. */
  readonly typed?: NewClientInput | undefined;
  readonly states?: StatesInput | undefined;
  readonly wereStatesSaved?: boolean;
};

/** Who may come in for a destination, and what its states mean. */
export function accessPage(props: AccessPageProps): Page {
  const { locale, view, states } = props;
  const t = accessTexts(locale);
  const title = t("title", { destination: view.destinationName });
  const errors = [...faultsOf(props, t), ...(states?.faults ?? [])];
  const hasErrors = errors.length > 0;
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("error-title", { title }) : title,
    section: destinationAdminPath,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${backLink({
        label: t("back"),
        href: `${destinationAdminPath}/${view.destinationId}`,
      })}
      ${errorSummary({ errors, locale })}
      ${props.shown && shownSecret(props, props.shown)}
      ${props.wereStatesSaved === true && alert({ kind: "success", title: t("states.saved"), isAnnounced: true })}
      ${pageHeading({ title, lead: t("lead") })}
      <p class="kern-body">${link("/api", t("document"))}</p>
      ${section({ title: t("clients.title"), body: clientsOf(props, t) })}
      ${section({ title: t("new.title"), body: newForm(props, t) })}
      ${statesSection({ locale, view, typed: states })}`,
  });
}

function shownSecret(
  { locale, baseUrl }: AccessPageProps,
  { clientId, secret }: ShownSecret,
): SafeHtml {
  const t = accessTexts(locale);
  const tokenAddress = `${baseUrl}${apiPath}/token`;
  return alert({
    kind: "success",
    title: t("shown.title"),
    isAnnounced: true,
    body: html`<p class="kern-body">${t("shown.lead")}</p>
      ${definitionRows([
        { term: t("client.id"), value: html`<code>${clientId}</code>` },
        { term: t("shown.secret"), value: html`<code>${secret}</code>` },
        {
          term: t("shown.token"),
          value: html`<code>${tokenAddress}</code>`,
        },
      ])}`,
  });
}

function clientsOf(
  { locale, view }: AccessPageProps,
  t: AccessText,
): SafeHtml | readonly SafeHtml[] {
  return view.clients.length === 0
    ? html`<p class="kern-body">${t("clients.none")}</p>`
    : view.clients.map((client) => clientPart(client, locale));
}

function clientPart(client: ListedClient, locale: Locale): SafeHtml {
  const t = accessTexts(locale);
  const { clientId, destinationId, secrets } = client;
  const path = `${accessPath(destinationId)}/${clientId}`;
  const used = (at: Date | undefined) =>
    at ? formatDateTime(at, locale) : t("client.never");
  const form = (action: string, label: string) =>
    html`<form method="post" action="${action}">
      ${button({ label, context: client.name, variant: "secondary" })}
    </form>`;
  return html`${heading(3, client.name)}
    ${definitionRows([
      { term: t("client.id"), value: html`<code>${clientId}</code>` },
      {
        term: t("client.scopes"),
        value: client.scopes.map((scope) => t(`scope.${scope}`)).join(", "),
      },
      { term: t("client.used"), value: used(client.lastUsedAt) },
    ])}
    <p class="kern-label">${t("client.secrets")}</p>
    <ul class="portal-list" role="list">
      ${secrets.map(
        ({ secretId, createdAt, lastUsedAt }) =>
          html`<li>
            <p class="kern-body">
              ${t("secret.line", {
                created: formatDateTime(createdAt, locale),
                used: used(lastUsedAt),
              })}
            </p>
            ${form(`${path}/geheimnisse/${secretId}/sperre`, t("secret.revoke"))}
          </li>`,
      )}
    </ul>
    ${
      secrets.length < mostSecrets
        ? form(`${path}/geheimnisse`, t("secret.add"))
        : html`<p class="kern-body">${t("secret.two")}</p>`
    }
    <p class="kern-body">${t("client.revoke.lead")}</p>
    ${form(`${path}/sperre`, t("client.revoke"))}`;
}

function newForm(
  { locale, view, typed }: AccessPageProps,
  t: AccessText,
): SafeHtml {
  const isNameMissing = typed?.name === "";
  const isScopeMissing = typed?.scopes.length === 0;
  return html`<form
    method="post"
    action="${accessPath(view.destinationId)}"
    novalidate
  >
    ${textInput({
      name: "name",
      label: t("new.name"),
      hint: t("new.name.hint"),
      value: typed?.name ?? "",
      autocomplete: "off",
      maxLength: 120,
      error: isNameMissing ? t("new.name.missing") : undefined,
      locale,
    })}
    ${checkboxes({
      name: "rechte",
      label: t("new.scopes"),
      values: typed?.scopes ?? [],
      error: isScopeMissing ? t("new.scopes.missing") : undefined,
      options: scopes.map((value) => ({ value, label: t(`scope.${value}`) })),
      locale,
    })}
    ${button({ label: t("new.button") })}
  </form>`;
}

function faultsOf({ typed }: AccessPageProps, t: AccessText) {
  if (!typed) return [];
  return [
    ...(typed.name === ""
      ? [{ fieldId: "name", text: t("new.name.missing") }]
      : []),
    ...(typed.scopes.length === 0
      ? [{ fieldId: "rechte", text: t("new.scopes.missing") }]
      : []),
  ];
}
