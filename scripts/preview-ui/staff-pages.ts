import { html, type SafeHtml } from "../../src/platform/html/html.ts";
import type { LayoutProps } from "../../src/shell/web/layout-props.ts";
import { badge } from "../../src/ui/badge.ts";
import { card, cardGrid } from "../../src/ui/card.ts";
import { pageHeading } from "../../src/ui/heading.ts";
import { pagination } from "../../src/ui/pagination.ts";
import { splitView } from "../../src/ui/section.ts";
import { summarySection } from "../../src/ui/summary-list.ts";
import { table } from "../../src/ui/table.ts";

const locale = "de";

export function workPage(): SafeHtml {
  const rows = [1, 2, 3].map((index) => ({
    isUnread: index === 1,
    cells: [
      html`<a class="kern-link" href="#">7K4M-29QX-P${String(index)}</a>`,
      "Bewohnerparkausweis",
      "Erika Mustermann",
      badge(
        index === 1 ? "info" : "warning",
        index === 1 ? "Neu" : "Rückfrage",
      ),
      "3. März, 14:05",
      "30,70 €",
    ],
  }));
  return html`${pageHeading({ title: "Vorgänge" })}
  ${table({ caption: "Offene Vorgänge", columns: [{ label: "Nummer" }, { label: "Leistung" }, { label: "Von" }, { label: "Stand" }, { label: "Eingang" }, { label: "Gebühr", isNumeric: true }], rows })}
  ${pagination({ page: 2, pageCount: 7, hrefOf: (page) => `?seite=${String(page)}`, locale })}
  ${splitView({ list: cardGrid([card({ title: "Vorgang 1", href: "#" }), card({ title: "Vorgang 2", href: "#" })]), detail: summarySection({ heading: "Antragsteller", locale, entries: [{ label: "Name", values: ["Erika Mustermann"] }] }) })}`;
}

export function staffOf(
  displayName: string,
): NonNullable<LayoutProps["staff"]> {
  return {
    displayName,
    navigation: [
      { href: "/vorgaenge", label: "Vorgänge" },
      { href: "/zustellungen", label: "Zustellungen" },
    ],
    signOut: { action: "#", fields: html`` },
  };
}
