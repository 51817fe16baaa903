import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { formatDateTime } from "../../../../platform/i18n/dates.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { alert } from "../../../../ui/alert.ts";
import { badge, type BadgeKind } from "../../../../ui/badge.ts";
import { button, linkButton } from "../../../../ui/button.ts";
import { emptyState } from "../../../../ui/empty-state.ts";
import { pageHeading } from "../../../../ui/heading.ts";
import { link } from "../../../../ui/link.ts";
import { section } from "../../../../ui/section.ts";
import { table } from "../../../../ui/table.ts";
import {
  noticeStateAt,
  type Notice,
  type NoticeState,
} from "../../domain/notices/notice.ts";
import { noticeTexts } from "../../i18n/texts.ts";
import type { NoticeDesk } from "./notice-desk.ts";

export type NoticeList = {
  readonly desk: NoticeDesk;
  readonly notices: readonly Notice[];
  readonly now: Date;
  readonly locale: Locale;
  readonly done: "saved" | "ended" | undefined;
};

const badges: Readonly<Record<NoticeState, BadgeKind>> = {
  visible: "success",
  planned: "info",
  over: "neutral",
};

/** All notices of the authority, and what is to be seen of them now. */
export function noticeListPage(list: NoticeList): SafeHtml {
  const { notices, now, locale, done, desk } = list;
  const t = noticeTexts(locale);
  const isOver = (notice: Notice) => noticeStateAt(notice, now) === "over";
  const current = notices.filter((notice) => !isOver(notice));
  const over = notices.filter(isOver);
  return html`${
      done &&
      alert({ kind: "success", title: t(`notices.${done}`), isAnnounced: true })
    }
    ${pageHeading({ title: t("notices.title"), lead: t(`notices.lead.${desk.kind}`) })}
    <p>${linkButton({ label: t("notices.new"), href: `${desk.path}/neu` })}</p>
    ${
      current.length === 0
        ? emptyState({
            title: t("notices.none"),
            body: t(`notices.none.${desk.kind}`),
          })
        : rows(t("notices.current"), current, list)
    }
    ${over.length > 0 && section({ title: t("notices.over"), body: rows(t("notices.over"), over, list) })}`;
}

function rows(
  caption: string,
  notices: readonly Notice[],
  { now, locale, desk }: NoticeList,
): SafeHtml {
  const t = noticeTexts(locale);
  return table({
    caption,
    isCaptionHidden: true,
    columns: [
      { label: t("column.title") },
      { label: t("column.state") },
      { label: t("column.place") },
      { label: t("column.time") },
      { label: t("column.action") },
    ],
    rows: notices.map((notice) => {
      const state = noticeStateAt(notice, now);
      return {
        cells: [
          html`<span lang="de"
              >${link(`${desk.path}/${notice.id}`, notice.de.title)}</span
            ><br />${t(`kind.${notice.kind}`)}`,
          badge(badges[state], t(`state.${state}`)),
          html`${t(`place.${notice.place}`)}${desk.kind === "authority" && notice.isInCommunes && html`<br />${t("column.communes")}`}`,
          span(notice, locale),
          state === "over"
            ? t("column.none")
            : ending(notice, { locale, desk }),
        ],
      };
    }),
  });
}

function span({ visibleFrom, visibleUntil }: Notice, locale: Locale): SafeHtml {
  const t = noticeTexts(locale);
  const until = visibleUntil
    ? t("time.until", { moment: formatDateTime(visibleUntil, locale) })
    : t("time.open");
  return html`${t("time.from", { moment: formatDateTime(visibleFrom, locale) })}<br />${until}`;
}

function ending(
  { id, de }: Notice,
  { locale, desk }: Pick<NoticeList, "locale" | "desk">,
): SafeHtml {
  return html`<form method="post" action="${desk.path}/${id}/ende">
    ${button({
      label: noticeTexts(locale)("notices.end"),
      context: de.title,
      variant: "secondary",
    })}
  </form>`;
}
