import {
  html,
  uncheckedHtml,
  type SafeHtml,
} from "../../platform/html/html.ts";
import type { LayoutProps } from "./layout-props.ts";
import type { PageAbout } from "./about.ts";

/** What a page tells search engines and messengers; names no other host but the vocabulary's. */
export function renderAbout(
  { baseUrl, path, locale, title, portal, assets }: LayoutProps,
  { description, address = `${baseUrl}${path}`, structuredData }: PageAbout,
): SafeHtml {
  const properties = [
    ["og:type", "website"],
    ["og:title", title],
    ["og:description", description],
    ["og:url", address],
    ["og:site_name", portal.name],
    ["og:locale", locale === "de" ? "de_DE" : "en_GB"],
    ["og:image", `${baseUrl}${assets.tenant.crestUrl}`],
  ] as const;
  return html`<link rel="canonical" href="${address}" />
    <meta name="description" content="${description}" />
    ${properties.map(
      ([property, content]) =>
        html`<meta property="${property}" content="${content}" />`,
    )}
    ${structuredData && dataBlock(structuredData)}`;
}

/**
 * Data beside the text. A block of another type than a script is never run, so that the policy against inline scripts does not concern it; no
 * text in it can end it.
 * @see HTML Living Standard, "prepare the script element", step 12
 */
function dataBlock(data: Readonly<Record<string, unknown>>): SafeHtml {
  const json = JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
  return html`<script type="application/ld+json">
    ${uncheckedHtml(json)}
  </script>`;
}
