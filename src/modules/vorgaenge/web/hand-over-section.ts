import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { link } from "../../../ui/link.ts";
import { textBlock } from "../../../ui/text-block.ts";
import type { Arrival, HandOver } from "../domain/hand-over.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Where the Vorgang came from and where it went, before all else; nothing where it never changed hands. */
export function handOverSections(
  props: VorgangPageProps,
): readonly VorgangSection[] {
  const { arrivals, handOvers } = props.opened.collaboration;
  const gone = handOvers.find(({ endedAt }) => endedAt === undefined);
  const arrival = arrivals.at(-1);
  return [
    ...(gone ? [goneSection(gone, props)] : []),
    ...(arrival ? [arrivalSection(arrival, props)] : []),
  ];
}

function goneSection(
  { toName: name, at }: HandOver,
  { locale, opened, mayCallBack }: VorgangPageProps,
): VorgangSection {
  const t = vorgaengeTexts(locale);
  const date = formatDate(at, locale);
  return {
    id: "abgegeben",
    title: t("handed-over.title", { name }),
    body: html`<p class="kern-body">${t("handed-over.body", { name, date })}</p>
      ${
        mayCallBack
          ? html`<form
              method="post"
              action="${vorgaengePaths.callBack(opened.vorgang.id)}"
            >
              <p class="portal-muted">${t("handed-over.call-back.hint")}</p>
              ${button({ label: t("handed-over.call-back"), variant: "secondary" })}
            </form>`
          : html`<p class="portal-muted">
              ${t("handed-over.touched", { name })}
            </p>`
      }`,
  };
}

function arrivalSection(
  arrival: Arrival,
  { locale, opened, ownName }: VorgangPageProps,
): VorgangSection {
  const t = vorgaengeTexts(locale);
  const { fromName: name, note, source, isCallBack } = arrival;
  const kind = isCallBack ? "called-back" : source;
  const here = t("hand-over.here", { name: ownName });
  return {
    id: "herkunft",
    title: t(`arrival.title.${kind}`, { name }),
    body: html`${definitionRows([
      {
        term: t("hand-over.trail"),
        value: [...arrival.trail, here].join(" → "),
      },
      { term: t("arrival.at"), value: formatDateTime(arrival.at, locale) },
      {
        term: t("arrival.first"),
        value: html`${formatDateTime(opened.vorgang.receivedAt, locale)}<br />
          <span class="portal-muted">${t("arrival.first.hint")}</span>`,
      },
      ...rowsOf(note, locale),
    ])}
    ${earlier(opened.collaboration.handOvers, locale)}`,
  };
}

function rowsOf(
  note: Arrival["note"],
  locale: VorgangPageProps["locale"],
): readonly { readonly term: string; readonly value: SafeHtml }[] {
  const t = vorgaengeTexts(locale);
  if (!note) return [];
  const texts = [
    { term: t("arrival.reason"), value: note.reason },
    { term: t("arrival.note"), value: note.text },
    ...note.notes.map(({ by, at, text }) => ({
      term: t("arrival.notes"),
      value: t("hand-over.note.entry", {
        name: by,
        date: formatDate(new Date(at), locale),
        text,
      }),
    })),
  ];
  return texts
    .filter(({ value }) => value !== "")
    .map(({ term, value }) => ({ term, value: textBlock(value) }));
}

/** It was given away before and came back: who sends it round in circles sees it. */
function earlier(
  handOvers: readonly HandOver[],
  locale: VorgangPageProps["locale"],
): SafeHtml | false {
  const t = vorgaengeTexts(locale);
  const back = handOvers.flatMap(({ toName, at, endedAt }) =>
    endedAt === undefined
      ? []
      : [
          t("handed-over.was", {
            name: toName,
            from: formatDate(at, locale),
            until: formatDate(endedAt, locale),
          }),
        ],
  );
  return (
    back.length > 0 &&
    html`<ul class="kern-list kern-list--bullet">
      ${back.map((text) => html`<li>${text}</li>`)}
    </ul>`
  );
}

/** On the page of a Vorgang: the way to hand it over, as long as that may be done. */
export function handOverLink(vorgangId: string, locale: Locale): SafeHtml {
  return html`<p class="kern-body portal-no-print">
    ${link(
      vorgaengePaths.handOver(vorgangId),
      vorgaengeTexts(locale)("hand-over.open"),
    )}
  </p>`;
}
