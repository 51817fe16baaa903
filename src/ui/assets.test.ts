import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { loadAssets, type Assets } from "./assets.ts";
import { makeAsset } from "./asset.ts";
import { contrastRatio } from "./contrast.ts";
import { tenantAssets } from "./tenant-assets.ts";

describe("assets", () => {
  let assets: Assets;
  let css: string;

  before(async () => {
    assets = await loadAssets();
    css = bodyOf("portal.css").toString();
  });

  function get(name: string) {
    const asset = assets.find(assets.url(name));
    assert.ok(asset);
    return asset;
  }

  const bodyOf = (name: string) => get(name).body;

  test("break the name of a file anywhere: it may be 250 letters without a blank", () => {
    for (const name of ["portal-kept-file__name", "portal-upload__name"])
      assert.match(
        css,
        new RegExp(`\\.${name}\\s?\\{[^}]*overflow-wrap:\\s?anywhere`),
      );
  });

  test("have addresses with the hash of their content", () => {
    const { path, etag, isImmutable } = get("portal.css");
    assert.match(path, /^\/assets\/portal\.[0-9a-f]{16}\.css$/);
    assert.ok(path.includes(etag.slice(1, -1)));
    assert.equal(isImmutable, true);
  });

  test("are packed so that a browser gets the same bytes back", () => {
    const asset = get("portal.css");
    const { body } = asset;
    const [brotli, gzip] = [asset.brotli(), asset.gzip()];
    assert.ok(brotli && gzip);
    assert.deepEqual(brotliDecompressSync(brotli), body);
    assert.deepEqual(gunzipSync(gzip), body);
  });

  test("say no to unknown names and paths", () => {
    assert.throws(() => assets.url("no-such.js"), /src\/ui\/static/);
    assert.equal(assets.find("/assets/../package.json"), undefined);
  });

  test("leave room for the page itself in the first 100 KB", () => {
    const fonts = ["fira-sans-400.woff2", "fira-sans-600.woff2"].map(
      (name) => bodyOf(name).length,
    );
    const style = get("portal.css").brotli()?.length ?? Infinity;
    const total = fonts.reduce((sum, bytes) => sum + bytes, style);
    assert.ok(total < 60_000, `${String(total)} bytes`);
  });

  test("name no other host, and nothing that the content security policy refuses", () => {
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(
      (match) => match[1] ?? "",
    );
    const foreign = addresses.filter(
      (address) => !/^\/assets\/(?:fira-sans|icons)/.test(address),
    );
    assert.deepEqual(foreign, []);
  });

  test("keep what components use and drop the rest of KERN", () => {
    for (const used of [
      ".kern-btn--primary",
      ".kern-icon--search",
      ".kern-table__cell",
    ]) {
      assert.ok(css.includes(used), used);
    }
    for (const unused of [
      ".kern-dialog",
      ".kern-grid-cols",
      ".kern-icon--autorenew",
    ]) {
      assert.ok(!css.includes(unused), unused);
    }
  });

  test("read no custom property that nobody sets", () => {
    const all =
      css +
      assets.theme("dark").body.toString() +
      look.stylesheet.body.toString();
    const set = new Set(
      [...all.matchAll(/[{;](--[\w-]+):/g)].map((match) => match[1]),
    );
    const read = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(
      (match) => match[1],
    );
    const missing = new Set(read.filter((name) => !set.has(name)));
    // KERN reads one name that it never sets itself.
    missing.delete("--kern-color-action-state-indicator-default-contextual");
    assert.deepEqual([...missing], []);
  });

  test("follow the choice of light or dark, and nothing without a choice", () => {
    assert.equal(assets.theme("system").body.toString(), "");
    const dark = assets.theme("dark").body.toString();
    assert.match(dark, /^:root\{color-scheme:dark;/);
    assert.match(dark, /--kern-color-layout-text-default:/);
    assert.match(dark, /--portal-accent:var\(--portal-accent-on-dark\)/);
    assert.equal(assets.theme("dark").isImmutable, false);
    assert.notEqual(assets.theme("dark").etag, assets.theme("light").etag);
  });
});

const look = tenantAssets({
  slug: "musterstadt",
  accentColour: "#ffd500",
  crestSvg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56"></svg>`,
});

describe("tenantAssets", () => {
  test("make the accent readable in both themes", () => {
    const css = look.stylesheet.body.toString();
    const onLight = /--portal-accent-on-light:(#\w{6})/.exec(css)?.[1] ?? "";
    const onDark = /--portal-accent-on-dark:(#\w{6})/.exec(css)?.[1] ?? "";
    assert.ok(contrastRatio(onLight, "#ffffff") >= 4.5);
    assert.ok(contrastRatio(onDark, "#000000") >= 4.5);
  });

  test("are found by their addresses, which differ between portals", () => {
    const other = tenantAssets({
      slug: "a",
      accentColour: "#004e8a",
      crestSvg: "<svg/>",
    });
    assert.equal(look.find(look.crest.path), look.crest);
    assert.equal(look.find(other.crest.path), undefined);
    assert.notEqual(look.stylesheet.path, other.stylesheet.path);
  });

  test("refuse a colour that would break out of the style sheet", () => {
    const input = { slug: "a", accentColour: "red;}body{", crestSvg: "<svg/>" };
    assert.throws(() => tenantAssets(input), TypeError);
  });
});

describe("makeAsset", () => {
  test("refuses files whose type it does not know", () => {
    assert.throws(() => makeAsset("note.exe", "x"), /\.exe/);
  });
});
