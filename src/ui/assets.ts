import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { makeAsset, type Asset } from "./asset.ts";
import { parseCss, printCss } from "./css-rules.ts";
import { gatherIcons } from "./icon-sprite.ts";
import { loadScriptBundle, type ScriptBundle } from "./script-bundle.ts";
import {
  keepReadProperties,
  pruneCustomProperties,
  selectKernStyles,
} from "./kern-selection.ts";

/** Choice of the visitor; `system` follows the device. */
export type ThemeChoice = "system" | "light" | "dark";

/** Everything static that all portals of the installation share, read and packed once at start. */
export type Assets = {
  /** By path with hash; undefined for anything else. */
  find(path: string): Asset | undefined;
  /** Address for a plain name such as `portal.css` or `copy-reference.js`. Throws when there is no such file. */
  url(name: string): string;
  /**
   * Body of `/assets/darstellung.css` for a visitor's choice: the only file that differs between visitors, so that pages themselves can be
   * cached for all. Serve it with `Cache-Control: private, no-cache` and its ETag.
   */
  theme(choice: ThemeChoice): Asset;
};

/** Fonts by weight; `ext` holds letters of DIN SPEC 91379 beyond Western Europe and is fetched only when a page has one. */
const fontFiles = [
  { file: "fira-sans-400.woff2", weight: 400, isExtended: false },
  { file: "fira-sans-600.woff2", weight: 600, isExtended: false },
  { file: "fira-sans-ext-400.woff2", weight: 400, isExtended: true },
  { file: "fira-sans-ext-600.woff2", weight: 600, isExtended: true },
] as const;

// The same ranges as in static/fonts/subset.sh.
const unicodeRanges = {
  basic:
    "U+20-7E,U+A0-FF,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2190,U+2192,U+2212,U+1E9E",
  extended:
    "U+100-24F,U+259,U+2BB-2BC,U+2C6-2C7,U+2D8-2DD,U+300-331,U+1E00-1E9D,U+1E9F-1EFF,U+20A0-20AB,U+20AD-20CF,U+2100-218F,U+2200-22FF",
} as const;

const staticFolder = new URL("static/", import.meta.url);

/** Reads KERN, our own style sheet, fonts, scripts and those that share their source with the server; packs them. Takes some tenths of a second; call it once per process. */
export async function loadAssets(
  bundles: readonly ScriptBundle[] = [],
): Promise<Assets> {
  const fonts = await loadFonts();
  const styles = await loadStyles(fonts);
  const packages = await loadPackages();
  const scripts = await loadScripts(packages);
  const shared = await Promise.all(
    bundles.map(async (bundle) => ({
      name: `${bundle.name}.js`,
      files: await loadScriptBundle(bundle),
    })),
  );
  const named = new Map([
    ...fonts,
    ...scripts,
    ["portal.css", styles.sheet],
    ["icons.svg", styles.icons],
    ...shared.flatMap(({ name, files: [entry] }) =>
      entry ? [[name, entry] as const] : [],
    ),
  ]);
  const byPath = new Map(
    [
      ...named.values(),
      ...packages.values(),
      ...shared.flatMap(({ files }) => files),
    ].map((asset) => [asset.path, asset]),
  );
  return {
    find: (path) => byPath.get(path),
    url: (name) => {
      const asset = named.get(name);
      if (asset) return asset.path;
      throw new Error(`assets: there is no file ${name} in src/ui/static`);
    },
    theme: (choice) => styles.themes[choice],
  };
}

async function loadFonts(): Promise<Map<string, Asset>> {
  const loaded = fontFiles.map(async ({ file }) => {
    const content = await readFile(new URL(`fonts/${file}`, staticFolder));
    return [file, makeAsset(file, content)] as const;
  });
  return new Map(await Promise.all(loaded));
}

/** Packages that scripts import by name; they lie under the second name. */
const browserPackages = [
  ["leaflet/dist/leaflet-src.esm.js", "leaflet.js"],
  ["leaflet/dist/leaflet.css", "leaflet.css"],
] as const;

async function loadPackages(): Promise<Map<string, Asset>> {
  const loaded = browserPackages.map(async ([file, name]) => {
    const content = await readFile(
      fileURLToPath(import.meta.resolve(file)),
      "utf8",
    );
    // Its source map lies elsewhere.
    const served = content.replace(/^\/\/# sourceMappingURL=.*$/m, "");
    return [file, makeAsset(name, served)] as const;
  });
  return new Map(await Promise.all(loaded));
}

async function loadScripts(
  packages: ReadonlyMap<string, Asset>,
): Promise<Map<string, Asset>> {
  const folder = new URL("scripts/", staticFolder);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const sources = new Map(
    await Promise.all(
      names.map(
        async (name) =>
          [
            name,
            linkPackages(
              await readFile(new URL(name, folder), "utf8"),
              packages,
            ),
          ] as const,
      ),
    ),
  );
  return new Map([
    ...packScripts(sources),
    [tusClient, await loadTusClient()] as const,
  ]);
}

function linkPackages(
  source: string,
  packages: ReadonlyMap<string, Asset>,
): string {
  return [...packages].reduce(
    (text, [file, { path }]) => text.replaceAll(`"${file}"`, `"${path}"`),
    source,
  );
}

/** Scripts may import their neighbours (`from "./name.js"`): the address holds the content's hash, so it is put in last, from the leaves up. */
function packScripts(
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, Asset> {
  const packed = new Map<string, Asset>();
  const pack = (name: string, importers: readonly string[]): Asset => {
    const known = packed.get(name);
    if (known) return known;
    const source = sources.get(name);
    if (source === undefined || importers.includes(name))
      throw new Error(
        `assets: ${importers.at(-1) ?? name} imports ${name}, which does not exist or imports it back`,
      );
    const asset = makeAsset(
      name,
      source.replaceAll(
        /(?<=\bfrom ")\.\/([\w-]+\.js)(?=")/gu,
        (_, imported: string) => pack(imported, [...importers, name]).path,
      ),
    );
    packed.set(name, asset);
    return asset;
  };
  for (const name of sources.keys()) pack(name, []);
  return packed;
}

const tusClient = "tus-client.js";

/** Client of the tus protocol as its makers packed it for browsers; gives pages the global `tus`. */
async function loadTusClient(): Promise<Asset> {
  const path = fileURLToPath(
    import.meta.resolve("tus-js-client/dist/tus.min.js"),
  );
  const packed = await readFile(path, "utf8");
  // The map is not served, and developer tools would ask for it.
  return makeAsset(
    tusClient,
    packed.replace(/\n\/\/# sourceMappingURL=.*\s*$/u, "\n"),
  );
}

async function loadStyles(fonts: ReadonlyMap<string, Asset>) {
  const kernPath = fileURLToPath(
    import.meta.resolve("@kern-ux/native/dist/kern.min.css"),
  );
  const kern = selectKernStyles(await readFile(kernPath, "utf8"));
  const own = await readFile(new URL("portal.css", staticFolder), "utf8");
  const sprite = gatherIcons(kern.items);
  const icons = makeAsset("icons.svg", sprite.svg);
  const items = pruneCustomProperties([
    ...sprite.pointTo(icons.path),
    ...parseCss(own),
  ]);
  const css = fontFaces(fonts) + printCss(items);
  return {
    sheet: makeAsset("portal.css", css),
    icons,
    themes: {
      system: themeAsset(""),
      light: themeAsset(themeCss("light", kern.theme.light, css)),
      dark: themeAsset(themeCss("dark", kern.theme.dark, css)),
    } satisfies Record<ThemeChoice, Asset>,
  };
}

function fontFaces(fonts: ReadonlyMap<string, Asset>): string {
  return fontFiles
    .map(({ file, weight, isExtended }) => {
      const range = isExtended ? unicodeRanges.extended : unicodeRanges.basic;
      const path = fonts.get(file)?.path ?? "";
      // `optional`: a font that comes too late is not swapped in, so the text never jumps.
      return `@font-face{font-family:"Fira Sans";font-weight:${String(weight)};font-display:optional;src:url("${path}") format("woff2");unicode-range:${range}}`;
    })
    .join("");
}

/** Accent of the portal for a theme comes from its own style sheet (tenant-assets.ts). */
function themeCss(theme: "light" | "dark", kern: string, css: string): string {
  const tint = theme === "light" ? "9%" : "24%";
  return `:root{color-scheme:${theme};--portal-tint:${tint};${keepReadProperties(kern, css)};--portal-accent:var(--portal-accent-on-${theme});--portal-on-accent:var(--portal-on-accent-on-${theme})}`;
}

function themeAsset(css: string): Asset {
  const path = "/assets/darstellung.css";
  return { ...makeAsset("darstellung.css", css), path, isImmutable: false };
}
