import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { germanLines, type LeistungWithOffice } from "../../catalogue/index.ts";
import { listFields, type FormDefinition } from "../../forms/index.ts";
import { addressOfPortal, type Office } from "../../tenants/index.ts";
import { asksOwnData } from "../../forms/own-data.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { sessionMinutes } from "../domain/draft-session.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";
import { isSharedDevice, sharedDeviceField } from "./draft-cookie.ts";
import { textsCookies, textsOfQuery, textsSwitch } from "./form-language.ts";
import { blankFormPath } from "./blank-form-page.ts";
import { formProvenance } from "./form-provenance.ts";
import { precheckPath } from "./precheck-page.ts";
import { versionPath } from "./version-page.ts";
import { levelFact } from "./level-fact.ts";
import { signInPath } from "./owner-pages.ts";
import { receiverNotice, receiverSection } from "./receiver-section.ts";
import { takeOverForm } from "./sender-section.ts";
import { resumePath } from "./resume-path.ts";

export type StartPageProps = {
  readonly leistung: LeistungWithOffice;
  /** Whom applicants reach, as far as that is known before they answer. */
  readonly office: Office | null | undefined;
  readonly definition: FormDefinition;
  /** `2026-12-31`. */
  readonly today: string;
  /** An unfinished application of this browser. */
  readonly draft: Draft | undefined;
  /** The draft was begun with another version of the form. */
  readonly hasNewerForm: boolean;
  /** It had one that was closed because nobody was here for too long. */
  readonly isSessionEnded: boolean;
  /** Why whoever is acted for has to begin it otherwise. */
  readonly obstacle: SafeHtml | undefined;
};

/** Before anything is typed: who may apply, what one needs, how long it takes, what it costs, what happens with it. */
export function startPage(request: PortalRequest, props: StartPageProps): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { leistung, draft } = props;
  return page({
    title: `${t("start.title")}: ${leistung.title}`,
    section: "/leistungen",
    cookies: textsCookies(textsOfQuery(request)),
    main: html`${backLink({ label: leistung.title, href: `/leistungen/${leistung.slug}` })}
      ${pageHeading({ title: t("start.title"), preline: leistung.title, lead: t("start.lead") })}
      ${props.obstacle}
      ${props.isSessionEnded && alert({ kind: "info", title: t("ended.title"), body: t("ended.link") })}
      ${textsSwitch(request, props)}
      ${draft && resumeNotice({ draft, hasNewerForm: props.hasNewerForm, locale })}
      ${draft && request.account && !draft.isOwned && takeOverForm(draft, locale)}
      ${receiverNotice(request)} ${facts(request, props)}
      ${listSection(t("start.who"), germanLines(leistung, "prerequisites"))}
      ${precheckSection(props, locale)} ${documentsSection(props, locale)}
      ${section({
        title: t("start.after"),
        body: html`<p>${t("start.after.receipt")}</p>
          ${germanList(germanLines(leistung, "afterSending"))}`,
      })}
      ${receiverSection(request, props.office)}
      ${!props.obstacle && startForm(request, props)}
      <p class="kern-body">
        <a class="kern-link" href="${blankFormPath(leistung.slug)}"
          >${t("start.blank")}</a
        >
      </p>
      ${formProvenance(props.definition, locale)}`,
  });
}

type Locale = PortalRequest["locale"];

/** What can be said in one line each. */
function facts(
  request: PortalRequest,
  { leistung, definition, today }: StartPageProps,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  return definitionRows([
    {
      term: t("start.duration"),
      value: t("start.duration.minutes", {
        minutes: definition.minutes ?? estimatedMinutes(definition),
        // The check page is the last step, as everywhere in "Schritt 1 von 6".
        steps: listSteps({ definition, answers: {}, today }).length + 1,
      }),
    },
    {
      term: t("start.fee"),
      value: html`<span lang="de"
        >${germanLines(leistung, "feeText").join(" ")}</span
      >`,
    },
    {
      term: t("start.level"),
      value: levelFact(request, leistung),
    },
  ]);
}

function listSection(
  title: string,
  items: readonly string[],
): SafeHtml | false {
  const body = germanList(items);
  return body && section({ title, body });
}

/** What the Leistung and the form say, each thing once. */
function documentsSection(
  { leistung, definition }: StartPageProps,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  const documents = new Set([
    ...germanLines(leistung, "documents"),
    ...(definition.documents ?? []),
  ]);
  const title = t("start.documents");
  return documents.size > 0
    ? listSection(title, [...documents])
    : section({
        title,
        body: html`<p class="kern-body">${t("start.documents.none")}</p>`,
      });
}

function precheckSection(
  { leistung, definition }: StartPageProps,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (!definition.precheck) return false;
  return section({
    title: t("precheck.title"),
    body: html`<p class="kern-body">${t("start.precheck")}</p>
      ${linkButton({ label: t("start.precheck.link"), href: precheckPath(leistung.slug), variant: "secondary" })}`,
  });
}

/** Texts of a service are written in German only. */
function germanList(items: readonly string[]): SafeHtml | false {
  if (items.length === 0) return false;
  return html`<ul lang="de">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

/** @see DSGVO Art. 13 Abs. 1 lit. a: who is responsible is said when data are asked for. */
function privacy({ portal, authority, baseUrl, locale }: PortalRequest) {
  const t = submissionsTexts(locale);
  const address = addressOfPortal(baseUrl, portal, authority);
  const href =
    authority.tenantId === portal.tenantId
      ? "/datenschutz"
      : `${address}/datenschutz`;
  return html`<p class="kern-body">
    ${t("start.privacy")}
    ${t("start.privacy.responsible", { authority: authority.name })}
    <a class="kern-link" href="${href}">${t("start.privacy.link")}</a>
  </p>`;
}

function startForm(
  request: PortalRequest,
  { leistung, definition, draft }: StartPageProps,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const isGuestWhoMay =
    !request.account && leistung.content.assuranceLevel === "none";
  return html`<form method="post" action="${antragPath(leistung.slug)}">
    ${privacy(request)}
    ${
      !request.account &&
      checkbox({
        name: sharedDeviceField,
        label: t("start.device"),
        hint: t("start.device.hint", { minutes: sessionMinutes }),
        isChecked: isSharedDevice(request),
        locale,
      })
    }
    ${ownDataHint(request, definition)}
    ${isGuestWhoMay && html`<p class="kern-body">${t("start.sign-in.hint")}</p>`}
    ${draft && html`<p class="kern-body">${t("start.again.hint")}</p>`}
    ${buttonRow(
      draft
        ? button({ label: t("start.again"), variant: "secondary" })
        : button({
            label: t("start.button"),
            icon: "arrow-forward",
          }),
      isGuestWhoMay &&
        linkButton({
          label: t("start.sign-in"),
          href: signInPath(antragPath(leistung.slug)),
          variant: "secondary",
        }),
    )}
  </form>`;
}

/** Nothing is filled in for guests, nor for another person. */
function ownDataHint(
  { account, locale }: PortalRequest,
  definition: FormDefinition,
): SafeHtml | false {
  if (!account || account.actingFor?.kind === "person") return false;
  return (
    asksOwnData(definition) &&
    html`<p class="kern-body">${submissionsTexts(locale)("own-data.start")}</p>`
  );
}

/** The service has no online form (yet): says so and where to go instead. */
export function offlinePage(
  { locale }: PortalRequest,
  leistung: LeistungWithOffice,
): Page {
  const t = submissionsTexts(locale);
  return page({
    title: t("start.offline.title"),
    section: "/leistungen",
    main: html`${pageHeading({ title: t("start.offline.title"), lead: t("start.offline.body") })}
    ${linkButton({ label: t("start.offline.link"), href: `/leistungen/${leistung.slug}` })}`,
  });
}

function resumeNotice({
  draft,
  hasNewerForm,
  locale,
}: {
  readonly draft: Draft;
  readonly hasNewerForm: boolean;
  readonly locale: Locale;
}): SafeHtml {
  const t = submissionsTexts(locale);
  return alert({
    kind: "info",
    title: t("start.resume.title"),
    body: html`<p class="kern-body">
        ${t("start.resume.body", { date: formatDate(draft.createdAt, locale) })}
      </p>
      ${linkButton({ label: t("start.resume.button"), href: hasNewerForm ? versionPath(draft.leistungSlug) : resumePath(draft) })}`,
  });
}

/** A quarter of a minute for each field, in steps of five minutes. */
function estimatedMinutes(definition: FormDefinition): number {
  const fields = definition.pages
    .flatMap((formPage) => listFields(formPage.elements))
    .filter((field) => field.dataType !== "label");
  return Math.max(5, Math.ceil(fields.length / 4 / 5) * 5);
}
