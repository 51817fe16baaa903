import { html, type SafeHtml } from "../../platform/html/html.ts";
import { classes } from "../../ui/classes.ts";
import { shellTexts } from "../i18n/texts.ts";
import { renderFooter } from "./footer.ts";
import { renderHeader } from "./header.ts";
import type { LayoutProps } from "./layout-props.ts";
import { renderAbout } from "./page-about.ts";

/** The whole document around a page's `main`. The same for every visitor of the same language unless `staff` is given. */
export function renderLayout(props: LayoutProps): string {
  const t = shellTexts(props.locale);
  const document = html`<!doctype html>
    <html lang="${props.locale}">
      ${renderHead(props)}
      <body>
        <a class="portal-skip" href="#main">${t("skip.main")}</a>
        ${renderHeader(props)} ${props.notice}
        <main id="main" class="${mainClass(props)}" tabindex="-1">
          ${props.main}
        </main>
        ${renderFooter(props)}
      </body>
    </html>`;
  return String(document);
}

/** Names of the fonts of the first view, fetched before the style sheet asks for them, so that the text does not jump. */
const preloadedFonts = ["fira-sans-400.woff2", "fira-sans-600.woff2"];

function renderHead(props: LayoutProps): SafeHtml {
  const { assets, locale, portal } = props;
  const other = locale === "de" ? "en" : "de";
  const name = shellTexts(locale)("portal.of", { name: portal.shortName });
  const siteName = portal.kind === "installation" ? portal.name : name;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${props.title} – ${siteName}</title>
    <meta name="color-scheme" content="light dark" />
    ${preloadedFonts.map(
      (font) =>
        html`<link
          rel="preload"
          href="${assets.url(font)}"
          as="font"
          type="font/woff2"
          crossorigin
        />`,
    )}
    <link rel="stylesheet" href="${assets.url("portal.css")}" />
    <link rel="stylesheet" href="${assets.tenant.stylesheetUrl}" />
    <link rel="stylesheet" href="/assets/darstellung.css" />
    <link rel="icon" href="${assets.tenant.crestUrl}" type="image/svg+xml" />
    <link
      rel="alternate"
      hreflang="${other}"
      href="${props.baseUrl}${props.path}?sprache=${other}"
    />
    ${
      props.refreshSeconds !== undefined &&
      html`<noscript
        ><meta http-equiv="refresh" content="${props.refreshSeconds}"
      /></noscript>`
    }
    ${props.about && renderAbout(props, props.about)}
    ${props.scripts.map(
      (script) =>
        html`<script
          type="module"
          src="${assets.url(`${script}.js`)}"
        ></script>`,
    )}
  </head>`;
}

function mainClass(props: LayoutProps): string {
  return classes("portal-main", `portal-main--${props.layout}`);
}
