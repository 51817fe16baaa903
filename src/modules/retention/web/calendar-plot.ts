import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { attributes } from "../../../ui/attributes.ts";
import { retentionTexts } from "../i18n/texts.ts";
import { stretchName } from "./calendar-filter.ts";
import type { CalendarPageProps } from "./calendar-page-props.ts";
import { calendarHref } from "./calendar-query.ts";

/** How many are deleted in each month: a table whose numbers are drawn as bars. */
export function calendarPlot({
  locale,
  calendar: { stretches, chosen },
  filter: { leistungSlug, only },
}: Pick<CalendarPageProps, "locale" | "calendar" | "filter">): SafeHtml {
  const t = retentionTexts(locale);
  const most = Math.max(1, ...stretches.map(({ count }) => count));
  return html`<table class="portal-plot">
    <caption class="kern-sr-only">
      ${t("calendar.plot")}
    </caption>
    <thead class="kern-sr-only">
      <tr>
        <th scope="col">${t("calendar.plot.month")}</th>
        <th scope="col">${t("calendar.plot.count")}</th>
      </tr>
    </thead>
    <tbody>
      ${stretches.map(({ key, count }) => {
        const given = attributes({
          class: "kern-link",
          href: calendarHref({ stretch: key, leistungSlug, only }),
          "aria-current": key === chosen ? "true" : undefined,
        });
        return html`<tr>
          <th scope="row"><a${given}>${stretchName(key, locale)}</a></th>
          <td>
            <span class="portal-plot__value">${count}</span>${bar(count / most)}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function bar(share: number): SafeHtml {
  const width = share === 0 ? 0 : Math.max(1, Math.round(share * 100));
  return html`<svg
    class="portal-plot__bar"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="${width}" height="10"></rect>
  </svg>`;
}
