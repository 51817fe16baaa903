import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { summaryList } from "../../../ui/summary-list.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { FormChangeForApplicant } from "../use-cases/find-form-change.ts";
import type { Draft } from "../domain/draft.ts";
import { antragPath } from "./antrag-request.ts";
import { resumePath } from "./resume-path.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";

/** Address of the page that tells of a newer version of the form. */
export function versionPath(leistungSlug: string): string {
  return antragPath(leistungSlug, "/fassung");
}

/** The form has changed since the draft was begun: what is different, what happens to the answers, and the choice. */
export function versionPage(
  request: PortalRequest,
  {
    draft,
    change,
  }: { readonly draft: Draft; readonly change: FormChangeForApplicant },
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { changes, leftovers, replacesDrafts } = change;
  return page({
    title: t("version.title"),
    section: "/leistungen",
    scripts: [sessionScript],
    main: html`${pageHeading({ title: t("version.title"), preline: draft.definition.title, lead: replacesDrafts ? t("version.lead.must") : t("version.lead.may") })}
      ${changes.length > 0 && section({ title: t("version.changes"), body: list(changes) })}
      ${
        leftovers.length > 0 &&
        section({
          title: t("version.leftovers"),
          body: html`<p class="kern-body">${t("version.leftovers.body")}</p>
            ${summaryList({ entries: leftovers, locale })}`,
        })
      }
      <form method="post" action="${versionPath(draft.leistungSlug)}">
        ${buttonRow(
          button({ label: t("version.move") }),
          ...(replacesDrafts
            ? []
            : [
                linkButton({
                  label: t("version.stay"),
                  href: resumePath(draft),
                  variant: "secondary",
                }),
              ]),
        )}
      </form>
      ${sessionEnd(request, draft, { isStep: false })}`,
  });
}

function list(sentences: readonly string[]): SafeHtml {
  return html`<ul class="kern-list kern-list--bullet">
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}

/** On the summary: there is a newer version. */
export function versionNotice(leistungSlug: string, locale: Locale): SafeHtml {
  const t = submissionsTexts(locale);
  return alert({
    kind: "info",
    title: t("version.title"),
    body: html`<a class="kern-link" href="${versionPath(leistungSlug)}"
      >${t("version.link")}</a
    >`,
  });
}

/** What was entered in an older version and has no place in this one, to be copied; until the applicant has no need of it. */
export function keptNotice(
  { leistungSlug, kept }: Draft,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (kept.length === 0) return false;
  return alert({
    kind: "info",
    title: t("version.kept"),
    body: html`<p class="kern-body">${t("version.kept.body")}</p>
      ${summaryList({ entries: kept, locale })}
      <form
        method="post"
        action="${antragPath(leistungSlug, "/fassung/erledigt")}"
      >
        ${button({ label: t("version.kept.done"), variant: "secondary" })}
      </form>`,
  });
}
