import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { linkedTextBlock } from "../../../../ui/text-block.ts";
import {
  isAbovePage,
  noticeWords,
  type Notice,
} from "../../domain/notices/notice.ts";
import { noticeTexts } from "../../i18n/texts.ts";

/**
 * Notices as a landmark of their own, which screen readers reach from anywhere. No live region: it stands there when the page is opened, and
 * would be read out again on every page otherwise. Nothing for none.
 */
export function noticeRegion(
  notices: readonly Notice[],
  locale: Locale,
  name: "notice.region" | "notice.region.home" = "notice.region",
): SafeHtml | undefined {
  if (notices.length === 0) return undefined;
  return html`<section
    class="portal-notices"
    aria-label="${noticeTexts(locale)(name)}"
  >
    ${notices.map((notice) => noticeBox(notice, locale))}
  </section>`;
}

/** One notice as it stands on pages. */
export function noticeBox(notice: Notice, locale: Locale): SafeHtml {
  const { title, body, language } = noticeWords(notice, locale);
  const t = noticeTexts(locale);
  const box = alert({
    kind: notice.kind,
    title:
      notice.kind === "warning"
        ? html`<span class="kern-sr-only">${t("notice.warning.said")} </span
            >${title}`
        : title,
    body: linkedTextBlock(body),
  });
  return language === locale ? box : html`<div lang="${language}">${box}</div>`;
}

/** What stands above a page: of the authority itself, and of those above it what they show in all portals below them. Outages first. */
export function noticesAbovePage(
  found: readonly {
    readonly isOwn: boolean;
    readonly notices: readonly Notice[];
  }[],
  { path, locale }: { readonly path: string; readonly locale: Locale },
): SafeHtml | undefined {
  const shown = found.flatMap(({ isOwn, notices }) =>
    notices.filter(
      (notice) =>
        (isOwn || notice.isInCommunes) && isAbovePage(notice, { path, isOwn }),
    ),
  );
  return noticeRegion(
    shown.toSorted(
      (a, b) => Number(b.kind === "warning") - Number(a.kind === "warning"),
    ),
    locale,
  );
}
