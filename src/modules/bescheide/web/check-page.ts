import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import {
  definitionRows,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Bescheid } from "../domain/bescheid.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { ReleaseFault } from "../use-cases/finish-release.ts";
import type { OpenedBescheid } from "../use-cases/read-bescheid.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { letterText } from "./letter-text.ts";
import { bescheidBadge } from "./vorgang-section.ts";

export const checkFields = {
  revision: "fassung",
  sha256: "pruefsumme",
  position: "gesehen",
  reason: "grund",
} as const;

export type CheckInput = {
  readonly reason: string;
  readonly problem: "changed-meanwhile" | "reason-missing" | "reason-too-long";
};

export type CheckPageProps = {
  readonly locale: Locale;
  readonly opened: OpenedBescheid;
  readonly ownId: string;
  readonly input?: CheckInput | undefined;
};

/** The document as it is: released, waiting for its seal, or for somebody to release it. */
export function checkPage(props: CheckPageProps): Page {
  const { locale, opened, input } = props;
  const t = bescheideTexts(locale);
  const { bescheid } = opened;
  const isReleased = bescheid.state === "released";
  const title = t(isReleased ? "check.title.released" : "check.title");
  const error = reasonError(props);
  const errors =
    error === undefined ? [] : [{ fieldId: checkFields.reason, text: error }];
  return page({
    status: statusOf(input),
    title: input ? t("error-title", { title }) : title,
    section: bescheidPaths.waiting,
    scripts: error === undefined ? [] : ["focus-error-summary"],
    main: html`${backLink({
        label: t("draft.back"),
        href: bescheidPaths.vorgang(bescheid.vorgangId),
      })}
      ${errorSummary({ errors, locale })}
      ${pageHeading({
        title,
        lead: t("draft.lead", {
          leistung: bescheid.leistungTitle,
          reference: bescheid.reference,
        }),
      })}
      ${changedAlert(props)} ${faultAlert(props)} ${facts(props)}
      <p>
        ${linkButton({
          label: t("check.pdf"),
          href: bescheidPaths.pdf(bescheid.id),
          variant: "secondary",
        })}
      </p>
      ${bescheid.state === "waiting" && releasing(props)}
      ${bescheid.state === "approved" && sealing(props)}
      ${section({
        title: t("check.text"),
        body: letterText(opened.draft, t("draft.remedy")),
      })}`,
  });
}

function statusOf(input: CheckInput | undefined): number {
  if (!input) return 200;
  return input.problem === "changed-meanwhile" ? 409 : 422;
}

function reasonError({ input, locale }: CheckPageProps): string | undefined {
  const t = bescheideTexts(locale);
  return input && input.problem !== "changed-meanwhile"
    ? t(`check.${input.problem}`)
    : undefined;
}

function changedAlert({
  input,
  opened: { bescheid },
  locale,
}: CheckPageProps): SafeHtml | false {
  if (input?.problem !== "changed-meanwhile") return false;
  const t = bescheideTexts(locale);
  return alert({
    kind: "warning",
    title: t("check.changed.title"),
    body: html`<p class="kern-body">${t("check.changed.body")}</p>
      ${
        // There is no form any more that it would stand in.
        bescheid.state === "draft" &&
        html`${
            input.reason !== "" &&
            html`<p class="kern-body">
              ${t("check.changed.reason", { reason: input.reason })}
            </p>`
          }
          <p class="kern-body">
            ${link(bescheidPaths.bescheid(bescheid.id), t("check.changed.on"))}
          </p>`
      }`,
    isRefusal: true,
  });
}

const faults: readonly ReleaseFault[] = [
  "seal-unavailable",
  "seal-refused",
  "changed-meanwhile",
  "step-not-allowed",
];

function faultAlert({ opened, locale }: CheckPageProps): SafeHtml | false {
  const fault = faults.find((it) => it === opened.bescheid.fault);
  if (!fault) return false;
  const t = bescheideTexts(locale);
  return alert({
    kind: "warning",
    title: t(`fault.${fault}.title`),
    body: t(`fault.${fault}.body`),
    isAnnounced: true,
  });
}

function facts({ opened, locale }: CheckPageProps): SafeHtml {
  const t = bescheideTexts(locale);
  const { bescheid, names } = opened;
  const nameOf = (id: string) => names.get(id) ?? "–";
  const { fixed, approval, document } = bescheid;
  const rows: readonly (DefinitionRow | undefined)[] = [
    { term: t("check.state"), value: bescheidBadge(bescheid.state, locale) },
    { term: t("check.outcome"), value: t(`outcome.${bescheid.outcome}`) },
    {
      term: t("check.writers"),
      value: bescheid.writerIds.map(nameOf).join(", "),
    },
    fixed && {
      term: t("check.made"),
      value: t("check.made.by", {
        at: formatDateTime(fixed.at, locale),
        name: nameOf(fixed.by),
      }),
    },
    approval && {
      term: t("check.approved"),
      value: t("check.made.by", {
        at: formatDateTime(approval.at, locale),
        name: nameOf(approval.by),
      }),
    },
    ...(document ? documentRows(document, locale) : []),
  ];
  return definitionRows(rows.filter((row) => row !== undefined));
}

function documentRows(
  { releasedAt, seal, sha256 }: NonNullable<Bescheid["document"]>,
  locale: CheckPageProps["locale"],
): readonly DefinitionRow[] {
  const t = bescheideTexts(locale);
  return [
    { term: t("check.released"), value: formatDateTime(releasedAt, locale) },
    {
      term: t("check.seal"),
      value: seal
        ? t("check.seal.by", { name: seal.by, level: seal.level })
        : t("check.seal.none"),
    },
    {
      term: t("check.hash"),
      value: html`<span class="portal-break">${sha256}</span>`,
    },
  ];
}

/** For whoever may: the one thing to do here. For all others, who may. */
function releasing(props: CheckPageProps): SafeHtml {
  const { opened, locale } = props;
  const t = bescheideTexts(locale);
  const { bescheid, rules } = opened;
  return html`${
    rules.needsSecondPerson &&
    !opened.mayRelease &&
    alert({
      kind: "info",
      title: t("check.second.title"),
      body: t("check.second.body"),
    })
  }
  ${
    opened.mayRelease &&
    html`<form method="post" action="${bescheidPaths.release(bescheid.id)}">
      ${hidden(props)}
      <p class="kern-body">${t("check.release.hint")}</p>
      ${button({ label: t("check.release") })}
    </form>`
  }
  ${goingBack(props)}`;
}

function sealing(props: CheckPageProps): SafeHtml {
  const t = bescheideTexts(props.locale);
  return html`<form
      method="post"
      action="${bescheidPaths.sealing(props.opened.bescheid.id)}"
    >
      ${button({ label: t("check.retry") })}
    </form>
    ${goingBack(props)}`;
}

/** Whoever wrote in it takes it back; everybody else says why. */
function goingBack(props: CheckPageProps): SafeHtml {
  const { opened, locale, ownId, input } = props;
  const t = bescheideTexts(locale);
  const { bescheid } = opened;
  const isOwn = bescheid.writerIds.includes(ownId);
  return html`<form
    method="post"
    action="${bescheidPaths.returning(bescheid.id)}"
    novalidate
  >
    ${hidden(props)}
    ${
      !isOwn &&
      textarea({
        name: checkFields.reason,
        label: t("check.return.reason"),
        hint: t("check.return.hint"),
        value: input?.reason ?? "",
        error: reasonError(props),
        locale,
      })
    }
    ${buttonRow(
      button({
        label: t(isOwn ? "check.take-back" : "check.return"),
        variant: "secondary",
      }),
    )}
  </form>`;
}

function hidden({ opened }: CheckPageProps): SafeHtml {
  const { bescheid, vorgang } = opened;
  const fields = [
    [checkFields.revision, bescheid.revision],
    [checkFields.sha256, bescheid.fixed?.sha256 ?? ""],
    [checkFields.position, vorgang.lastPosition],
  ] as const;
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}
