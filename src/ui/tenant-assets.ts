import { makeAsset, type Asset } from "./asset.ts";
import { readableAccent } from "./contrast.ts";

/** What a portal brings along of its own. */
export type TenantLook = {
  /** Used in file names; `[a-z0-9-]`. */
  readonly slug: string;
  /** `#rrggbb`; made readable for both themes here. */
  readonly accentColour: string;
  /** SVG without scripts and style attributes. */
  readonly crestSvg: string;
};

export type TenantAssets = {
  readonly stylesheet: Asset;
  readonly crest: Asset;
  /** One of the two by its path. */
  find(path: string): Asset | undefined;
};

/** Style sheet with the accent colour and the crest of one portal. Pure; keep the answer as long as the look stays the same. */
export function tenantAssets(look: TenantLook): TenantAssets {
  const crest = makeAsset(`${look.slug}.svg`, look.crestSvg);
  const css = lookCss(look.accentColour, crest.path);
  const stylesheet = makeAsset(`${look.slug}.css`, css);
  return {
    stylesheet,
    crest,
    find: (path) => [stylesheet, crest].find((asset) => asset.path === path),
  };
}

function lookCss(accentColour: string, crestPath: string): string {
  const light = readableAccent(accentColour, "light");
  const dark = readableAccent(accentColour, "dark");
  return [
    `:root{--portal-crest:url("${crestPath}");--portal-accent-on-light:${light.accent};--portal-on-accent-on-light:${light.onAccent};`,
    `--portal-accent-on-dark:${dark.accent};--portal-on-accent-on-dark:${dark.onAccent};`,
    "--portal-accent:var(--portal-accent-on-light);--portal-on-accent:var(--portal-on-accent-on-light)}",
    "@media (prefers-color-scheme:dark){:root{--portal-accent:var(--portal-accent-on-dark);--portal-on-accent:var(--portal-on-accent-on-dark)}}",
  ].join("");
}
