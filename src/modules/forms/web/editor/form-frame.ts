import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../../shell/web/route.ts";
import { alert } from "../../../../ui/alert.ts";
import { attributes } from "../../../../ui/attributes.ts";
import { breadcrumb } from "../../../../ui/breadcrumb.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../../ui/error-summary.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import {
  editorPaths,
  editorSections,
  type EditorSection,
} from "./editor-paths.ts";

export type FormFrameProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly section: EditorSection;
  readonly body: SafeHtml;
  readonly scripts?: readonly string[];
  /** Title of the page; by default the section's. */
  readonly heading?: string;
  /** What stands below the title; by default what the section is for. */
  readonly lead?: string;
  readonly errors?: readonly SummarisedError[];
  readonly status?: number;
  /** What was just done, as a key of a text. */
  readonly done?: string | undefined;
};

/** A page about one form: its title, the way to its sections, and what was just done. */
export function formFrame(props: FormFrameProps): Page {
  const { locale, form, errors = [] } = props;
  const t = editorTexts(locale);
  const { title } = form.definition;
  const whole = `${props.heading ?? t(`section.${props.section}`)} – ${title}`;
  const status = props.status ?? (errors.length > 0 ? 422 : 200);
  return page({
    status,
    title: status === 200 ? whole : t("error-title", { title: whole }),
    layout: "wide",
    section: editorPaths.root,
    scripts: [
      ...(errors.length > 0 ? ["focus-error-summary"] : []),
      ...(props.scripts ?? []),
    ],
    main: html`${errorSummary({ errors, locale })}
      ${breadcrumb({ parents: [{ label: t("list.title"), href: editorPaths.root }], current: title, locale })}
      ${doneAlert(props.done, locale)} ${frameHeading(props)}
      ${sectionLinks(props)}
      <div class="portal-editor">${props.body}</div>`,
  });
}

/** The overview is the form's own page, the others stand below it. */
function frameHeading({
  locale,
  form,
  section,
  heading,
  lead,
}: FormFrameProps): SafeHtml {
  const t = editorTexts(locale);
  const { title, key } = form.definition;
  const isOverview = section === "uebersicht";
  return pageHeading({
    title: heading ?? (isOverview ? title : t(`section.${section}`)),
    preline: isOverview ? key : title,
    lead: lead ?? t(`section.${section}.lead`),
  });
}

const doneKeys = [
  "saved",
  "published",
  "withdrawn",
  "imported",
  "merged",
] as const;

function doneAlert(done: string | undefined, locale: Locale): SafeHtml | false {
  const known = doneKeys.find((key) => key === done);
  if (!known) return false;
  const t = editorTexts(locale);
  return alert({
    kind: "success",
    title: t(`done.${known}`),
    isAnnounced: true,
  });
}

function sectionLinks({ locale, form, section }: FormFrameProps): SafeHtml {
  const t = editorTexts(locale);
  return html`<nav aria-label="${t("sections.label")}">
    <ul class="portal-list portal-chips">
      ${editorSections.map((each) => {
        const given = attributes({
          class: "portal-chip",
          href: editorPaths.section(form.definition.key, each),
          "aria-current": each === section ? "page" : undefined,
        });
        return html`<li><a${given}>${t(`section.${each}`)}</a></li>`;
      })}
    </ul>
  </nav>`;
}
