import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Authority } from "../domain/authority.ts";
import { isLoop } from "../domain/hand-over.ts";
import { longestNote } from "../domain/note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { HandOverRefusal } from "../use-cases/hand-over-vorgang.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import {
  authoritySearch,
  contactLine,
  type FoundAuthorities,
} from "./authority-search.ts";
import { stepFields } from "./step-form.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const handOverFields = {
  to: "an",
  reason: "grund",
  note: "vermerk",
  notes: "notiz",
  position: "gesehen",
} as const;

type Shown = {
  readonly opened: OpenedVorgang;
  readonly ownTenantId: string;
  readonly locale: Locale;
};

/** First page: which authority is responsible. */
export function chooseAuthorityPage(
  { opened, ownTenantId, locale }: Shown,
  found: FoundAuthorities,
): Page {
  const { vorgang } = opened;
  const t = vorgaengeTexts(locale);
  const action = vorgaengePaths.handOver(vorgang.id);
  return page({
    title: t("hand-over.title"),
    section: vorgaengePaths.queue,
    main: html`${backLink({ label: t("ask.back"), href: vorgaengePaths.vorgang(vorgang.id) })}
    ${headingOf(opened, { title: t("hand-over.title"), lead: t("hand-over.lead") })}
    ${authoritySearch(found, {
      action,
      ownTenantId,
      locale,
      hrefOf: (id) => `${action}?${handOverFields.to}=${id}`,
    })}
    ${section({
      title: t("hand-over.elsewhere"),
      body: elsewhereForm(opened, locale),
    })}`,
  });
}

function headingOf(
  { vorgang }: OpenedVorgang,
  { title, lead }: { readonly title: string; readonly lead: string },
): SafeHtml {
  const preline = `${vorgang.leistungTitle}, ${vorgang.reference}`;
  return pageHeading({ title, preline, lead });
}

/** For an authority that does not work here: it is passed on by other means, and only the state changes. */
function elsewhereForm({ vorgang }: OpenedVorgang, locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`<p class="kern-body">${t("hand-over.elsewhere.body")}</p>
    <form method="post" action="${vorgaengePaths.step(vorgang.id)}" novalidate>
      <input type="hidden" name="${stepFields.step}" value="handed-over" />
      <input
        type="hidden"
        name="${stepFields.position}"
        value="${vorgang.lastPosition}"
      />
      ${textarea({
        name: stepFields.note,
        label: t("hand-over.elsewhere.text"),
        rows: 3,
        locale,
      })}
      ${button({ label: t("hand-over.elsewhere.submit"), variant: "secondary" })}
    </form>`;
}

/** What was typed and what is wrong with it. */
export type HandOverTyped = {
  readonly reason: string;
  readonly note: string;
  readonly noteIds: readonly string[];
  readonly problem?:
    | Exclude<HandOverRefusal["kind"], "not-found" | "not-permitted">
    | undefined;
};

export type HandOverPageProps = Shown & {
  readonly target: Authority;
  readonly ownName: string;
  readonly staffNames: ReadonlyMap<string, string>;
  readonly typed: HandOverTyped;
};

/** Second page: why, what goes along, and a last look. */
export function handOverPage(props: HandOverPageProps): Page {
  const { opened, target, typed, locale } = props;
  const { problem } = typed;
  const t = vorgaengeTexts(locale);
  const title = t("hand-over.to", { name: target.name });
  const errors = errorsOf(props);
  return page({
    status: statusOf(problem),
    title: problem === undefined ? title : t("step.error-title", { title }),
    section: vorgaengePaths.queue,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("hand-over.other"), href: vorgaengePaths.handOver(opened.vorgang.id) })}
    ${errorSummary({ errors, locale })}
    ${
      problem === "changed-meanwhile" &&
      alert({
        kind: "warning",
        title: t("step.changed.title"),
        body: t("step.changed.body"),
        isRefusal: true,
      })
    }
    ${headingOf(opened, { title, lead: t("hand-over.to.lead") })}
    ${loopAlert(props)}
    ${definitionRows([
      { term: t("hand-over.contact"), value: contactLine(target) },
    ])}
    ${form(props)}`,
  });
}

function statusOf(problem: HandOverTyped["problem"]): number {
  if (problem === undefined) return 200;
  return problem === "changed-meanwhile" ? 409 : 422;
}

function errorsOf({
  typed: { problem },
  locale,
}: HandOverPageProps): readonly { fieldId: string; text: string }[] {
  if (problem === undefined || problem === "changed-meanwhile") return [];
  const text = vorgaengeTexts(locale)(problem, { count: longestNote });
  return [{ fieldId: handOverFields.reason, text }];
}

function trailOf({ opened, ownName }: HandOverPageProps): readonly string[] {
  return [...(opened.collaboration.arrivals.at(-1)?.trail ?? []), ownName];
}

function loopAlert(props: HandOverPageProps): SafeHtml | false {
  const { target, locale } = props;
  const trail = trailOf(props);
  if (!isLoop(trail, target.name)) return false;
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "warning",
    title: t("hand-over.loop", { name: target.name }),
    body: `${t("hand-over.trail")}: ${trail.join(" → ")}`,
  });
}

function form(props: HandOverPageProps): SafeHtml {
  const { opened, target, typed, locale } = props;
  const t = vorgaengeTexts(locale);
  const [error] = errorsOf(props);
  return html`<form
    method="post"
    action="${vorgaengePaths.handOver(opened.vorgang.id)}"
    novalidate
  >
    <input
      type="hidden"
      name="${handOverFields.position}"
      value="${opened.vorgang.lastPosition}"
    />
    <input
      type="hidden"
      name="${handOverFields.to}"
      value="${target.tenantId}"
    />
    ${textarea({
      name: handOverFields.reason,
      label: t("hand-over.reason"),
      hint: t("hand-over.reason.hint"),
      rows: 4,
      value: typed.reason,
      error: error?.text,
      locale,
    })}
    ${textarea({
      name: handOverFields.note,
      label: t("hand-over.note"),
      hint: t("hand-over.note.hint"),
      rows: 3,
      value: typed.note,
      isOptional: true,
      locale,
    })}
    ${noteChoice(props)}
    ${section({ title: t("hand-over.preview"), body: preview(props) })}
    ${button({ label: t("hand-over.submit") })}
  </form>`;
}

function noteChoice({
  opened,
  staffNames,
  typed,
  locale,
}: HandOverPageProps): SafeHtml | false {
  const t = vorgaengeTexts(locale);
  const { notes } = opened.collaboration;
  return (
    notes.length > 0 &&
    checkboxes({
      name: handOverFields.notes,
      label: t("hand-over.notes"),
      hint: t("hand-over.notes.hint"),
      values: typed.noteIds,
      options: notes.map(({ id, authorId, at, text }) => ({
        value: id,
        label: t("hand-over.note.entry", {
          name: staffNames.get(authorId) ?? t("vorgang.unknown-staff"),
          date: formatDate(at, locale),
          text,
        }),
      })),
      locale,
    })
  );
}

function preview({ opened, locale }: HandOverPageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { vorgang, submission } = opened;
  const { uploads, corrections = [] } = submission;
  return definitionRows([
    { term: t("hand-over.preview.reference"), value: vorgang.reference },
    {
      term: t("hand-over.preview.received"),
      value: formatDateTime(vorgang.receivedAt, locale),
    },
    {
      term: t("hand-over.preview.answers"),
      value: lines(submission.sections.map(({ heading }) => heading)),
    },
    ...(corrections.length === 0
      ? []
      : [
          {
            term: t("hand-over.preview.corrections"),
            value: lines(
              corrections.map(({ at }) => formatDateTime(at, locale)),
            ),
          },
        ]),
    {
      term: t("hand-over.preview.files"),
      value:
        uploads.length === 0
          ? t("hand-over.preview.files.none")
          : lines(uploads.map(({ filename }) => filename)),
    },
    {
      term: t("hand-over.preview.identity"),
      value: t("hand-over.preview.identity.value"),
    },
    {
      term: t("hand-over.preview.stays"),
      value: t("hand-over.preview.stays.value"),
    },
  ]);
}
