import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { html } from "../../platform/html/html.ts";
import { renderDarstellung, parseThemeChoice } from "./darstellung-page.ts";
import { renderErrorMain } from "./error-page.ts";
import { renderLayout } from "./layout.ts";
import type { LayoutProps } from "./layout-props.ts";
import * as legalPages from "./legal-pages.ts";
import type { ErrorStatus } from "./route.ts";

const portal: LayoutProps["portal"] = {
  tenantId: "00000000-0000-7000-8000-000000000001",
  slug: "musterstadt",
  name: "Landeshauptstadt Musterstadt",
  shortName: "Musterstadt",
  kind: "stadt",
  ars: "000000000000",
  parentTenantId: null,
  host: "musterstadt",
  accentColour: "#0b5a8f",
  crestSvg: "<svg/>",
  contact: {
    office: "Bürgerbüro",
    street: "Am Markt 1",
    postcode: "19000",
    town: "Musterstadt",
    phone: "+49 385 000-0",
    email: "buergerbuero@musterstadt.example",
    openingHours: [{ days: "Mo", hours: "08:00–12:00" }],
  },
};

function layout(changes: Partial<LayoutProps> = {}): string {
  return renderLayout({
    portal,
    locale: "de",
    path: "/leistungen",
    query: new URLSearchParams(),
    baseUrl: "http://musterstadt.example",
    title: "Leistungen",
    main: html`<h1>Leistungen</h1>`,
    scripts: [],
    section: undefined,
    layout: "reading",
    assets: {
      url: (name) => `/assets/${name}`,
      tenant: { stylesheetUrl: "/assets/m.css", crestUrl: "/assets/m.svg" },
    },
    ...changes,
  });
}

describe("layout", () => {
  test("names the version of the program at its end", () => {
    const footer = layout().split("<footer")[1] ?? "";
    assert.match(footer, /OpenRathaus \d+\.\d+\.\d+/);
  });

  test("has the footer of its own portal and language at its end", () => {
    const contact = { ...portal.contact, office: "Standesamt" };
    const footers = [
      layout(),
      layout({ locale: "en" }),
      layout({ portal: { ...portal, contact } }),
      layout(),
    ].map((page) => page.split("<footer")[1] ?? "");

    assert.deepEqual(
      footers.map((footer) => [
        footer.includes("Standesamt"),
        footer.includes("Impressum"),
        footer.includes("Datenschutz"),
      ]),
      [
        [false, true, true],
        [false, false, false],
        [true, true, true],
        [false, true, true],
      ],
    );
  });

  test("is a whole document with language, title and a way past the menu", () => {
    const page = layout();
    assert.match(page, /^<!doctype html>\s*<html lang="de">/i);
    assert.match(
      page,
      /<title>\s*Leistungen – Serviceportal Musterstadt\s*<\/title>/,
    );
    assert.match(page, /<a class="portal-skip" href="#main">/);
    assert.match(page, /<main\s+id="main"/);
  });

  test("has no inline style or script and names no other host", () => {
    const page = layout({ scripts: ["copy-reference"] });
    assert.doesNotMatch(page, / style=| on[a-z]+="|<style/);
    assert.doesNotMatch(page, /<script(?![^>]* src="\/assets\/)/);
    assert.doesNotMatch(
      page,
      /(?:src|href)="https?:\/\/(?!musterstadt\.example)/,
    );
  });

  test("tells what a page is about as data that no browser runs", () => {
    const evil = "</script><script>alert(1)</script>";
    const page = layout({
      path: "/leistungen/x",
      about: { description: '"', structuredData: { name: evil } },
    });
    assert.match(
      page,
      /<link\s+rel="canonical"\s+href="http:\/\/musterstadt.example\/leistungen\/x"/,
    );
    assert.match(page, /<meta name="description" content="&quot;"/);
    assert.match(page, /property="og:url"/);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      page,
    );
    assert.deepEqual(JSON.parse(data?.[1] ?? ""), { name: evil });
    assert.doesNotMatch(page, /alert\(1\)<\/script/);
    assert.doesNotMatch(layout(), /canonical|og:|ld\+json/);
  });

  test("the language switch stays on this host, whatever the address looks like", () => {
    for (const path of ["//boese.example/x", "/\\boese.example/x"])
      assert.match(layout({ path }), /href="\/boese\.example\/x\?sprache=en"/);
  });

  test("escapes what authorities and visitors typed", () => {
    const attack = `"><script>alert(1)</script>`;
    const page = layout({
      title: attack,
      path: attack,
      portal: { ...portal, name: attack },
    });
    assert.doesNotMatch(page, /<script/);
  });

  test("reaches the pages the law asks for from everywhere", () => {
    const page = layout();
    for (const path of [
      "impressum",
      "datenschutz",
      "barrierefreiheit",
      "leichte-sprache",
      "gebaerdensprache",
      "hilfe",
      "arbeitsplatz",
    ]) {
      assert.ok(page.includes(`href="/${path}"`), path);
    }
  });

  test("marks where one is", () => {
    assert.match(layout(), /href="\/leistungen" aria-current="page"/);
    const below = layout({ path: "/leistungen/hund", section: "/leistungen" });
    assert.match(below, /href="\/leistungen" aria-current="true"/);
  });

  test("switches the language and keeps the query", () => {
    const query = new URLSearchParams({ q: "Hund & Katze" });
    assert.match(
      layout({ query }),
      /href="\/leistungen\?q=Hund\+%26\+Katze&amp;sprache=en"/,
    );
    assert.match(layout({ locale: "en" }), /sprache=de/);
  });

  test("the installation's own host has no menu of an authority", () => {
    const page = layout({
      portal: { ...portal, kind: "installation" },
      path: "/",
    });
    assert.doesNotMatch(page, /href="\/aemter"/);
    assert.match(page, /Alle Portale/);
  });

  test("shows staff their menu and the way out, which is a POST", () => {
    const page = layout({
      staff: {
        displayName: "Kevin Sommer",
        navigation: [
          { href: "/arbeitsplatz", label: "Vorgänge" },
          {
            label: "Verwaltung",
            items: [{ href: "/verwaltung/protokoll", label: "Protokoll" }],
          },
        ],
        accountHref: "/arbeitsplatz/konto",
        signOut: {
          action: "/arbeitsplatz/abmelden",
          fields: html`<input type="hidden" name="csrf" value="x" />`,
        },
      },
    });
    assert.match(page, /Angemeldet: Kevin Sommer/);
    assert.match(page, /href="\/arbeitsplatz\/konto"/);
    assert.match(page, /<summary>Verwaltung<\/summary>[^]*Protokoll/);
    assert.match(page, /method="post"\s+action="\/arbeitsplatz\/abmelden"/);
    assert.match(page, /name="csrf"/);
  });
});

describe("error pages", () => {
  const statuses: readonly ErrorStatus[] = [
    400, 403, 404, 409, 410, 413, 415, 429, 500, 503,
  ];
  const render = (status: ErrorStatus) =>
    renderErrorMain({ status, locale: "de", portal, correlationId: "req-1" });

  for (const status of statuses) {
    test(`${String(status)} says what to do and whom to call`, () => {
      const main = String(render(status).main);
      assert.match(main, /<h1/);
      assert.match(main, /tel:\+493850000/);
    });
  }

  test("only faults show the number of the request", () => {
    assert.match(String(render(500).main), /req-1/);
    assert.doesNotMatch(String(render(404).main), /req-1/);
  });
});

describe("legal pages", () => {
  const pages = Object.entries(legalPages);

  for (const [name, render] of pages) {
    test(`${name} is complete in both languages`, () => {
      for (const locale of ["de", "en"] as const) {
        const { title, main } = render({
          portal,
          locale,
          baseUrl: "http://musterstadt.example",
        });
        assert.ok(title.length > 3);
        assert.equal([...String(main).matchAll(/<h1/g)].length, 1);
        assert.doesNotMatch(String(main), /\{\w+\}/);
        assert.match(String(main), /buergerbuero@musterstadt\.example/);
      }
    });
  }
});

describe("choice of light or dark", () => {
  test("anything unknown follows the device", () => {
    assert.equal(parseThemeChoice("dark"), "dark");
    for (const value of ["", "purple", undefined, null]) {
      assert.equal(parseThemeChoice(value), "system");
    }
  });

  test("shows the present choice and carries the hidden fields", () => {
    const { main } = renderDarstellung({
      locale: "de",
      choice: "dark",
      hiddenFields: html`<input type="hidden" name="csrf" value="x" />`,
    });
    assert.match(String(main), /value="dark" checked/);
    assert.match(String(main), /name="csrf"/);
  });
});
