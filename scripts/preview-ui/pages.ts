import { html } from "../../src/platform/html/html.ts";
import { renderDarstellung } from "../../src/shell/web/darstellung-page.ts";
import { renderErrorMain } from "../../src/shell/web/error-page.ts";
import type { LayoutProps } from "../../src/shell/web/layout-props.ts";
import {
  barrierefreiheitPage,
  hilfePage,
  impressumPage,
  leichteSprachePage,
} from "../../src/shell/web/legal-pages.ts";
import { checkPage, formPage, statePage } from "./form-pages.ts";
import { samplePortal } from "./portal.ts";
import { leistungPage, startPage } from "./public-pages.ts";
import { staffOf, workPage } from "./staff-pages.ts";

const locale = "de";
type SamplePage = Pick<LayoutProps, "path" | "title" | "main"> &
  Partial<LayoutProps>;
const input = {
  portal: samplePortal,
  locale,
  baseUrl: "http://musterstadt.example",
} as const;

export const samplePages: readonly SamplePage[] = [
  { path: "/", title: "Start", main: startPage(), section: "/" },
  {
    path: "/leistung",
    title: "Bewohnerparkausweis",
    main: leistungPage(),
    section: "/leistungen",
  },
  { path: "/formular", title: "Fehler: Fahrzeug", main: formPage() },
  { path: "/pruefen", title: "Prüfen", main: checkPage() },
  { path: "/stand", title: "Stand Ihres Antrags", main: statePage() },
  {
    path: "/vorgaenge",
    title: "Vorgänge",
    main: workPage(),
    layout: "wide",
    staff: staffOf("Kevin Sommer"),
  },
  {
    path: "/fehler",
    ...renderErrorMain({
      status: 500,
      locale,
      portal: samplePortal,
      correlationId: "019a-7f3c-22b1",
    }),
  },
  { path: "/impressum", ...impressumPage(input) },
  { path: "/barrierefreiheit", ...barrierefreiheitPage(input) },
  { path: "/leichte-sprache", ...leichteSprachePage(input) },
  { path: "/hilfe", ...hilfePage(input) },
  {
    path: "/darstellung",
    ...renderDarstellung({ locale, choice: "dark", hiddenFields: html`` }),
  },
];
