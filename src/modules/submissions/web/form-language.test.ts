import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import type { FormDefinition } from "../../forms/index.ts";
import {
  formForVisitor,
  inFormLanguage,
  textsCookies,
  textsSwitch,
} from "./form-language.ts";

const definition: FormDefinition = {
  formatVersion: 1,
  key: "hund",
  version: "1.0",
  title: "Hund anmelden",
  pages: [],
  provenance: { standard: "own", status: "active" },
  untranslatedRules: [],
  translations: {
    "": {
      "de-simple": { label: "Einen Hund anmelden" },
      uk: { label: "Зареєструвати собаку" },
      ar: { label: "تسجيل كلب" },
    },
  },
};

/** What the pages read of a request. */
function requestOf(
  locale: Locale,
  { query = "", cookie }: { query?: string; cookie?: string } = {},
): PortalRequest {
  return {
    locale,
    path: "/x",
    query: new URLSearchParams(query),
    cookies: cookie === undefined ? {} : { texte: cookie },
  } as unknown as PortalRequest;
}

const titleFor = (...input: Parameters<typeof requestOf>) =>
  formForVisitor(requestOf(...input), definition).title;
const waysFor = (...input: Parameters<typeof requestOf>) =>
  [
    ...String(textsSwitch(requestOf(...input), { definition }) || "").matchAll(
      /texte=([\w-]+)/g,
    ),
  ].map(([, way]) => way);

test("every language of the form is offered, in that language, and the way back", () => {
  assert.deepEqual(waysFor("de"), ["leicht", "uk", "ar"]);
  assert.deepEqual(waysFor("de", { cookie: "uk" }), ["alltag", "leicht", "ar"]);
  assert.deepEqual(waysFor("en"), ["uk", "ar"]);
  const links = String(textsSwitch(requestOf("de"), { definition }));
  assert.match(links, /<span lang="uk" dir="ltr"\s*>українська<\/span/);
  assert.match(links, /<span lang="ar" dir="rtl"\s*>العربية<\/span/);
});

test("the chosen language is shown where the form has it, and marked for screen readers", () => {
  assert.equal(titleFor("de"), "Hund anmelden");
  assert.equal(titleFor("de", { query: "texte=ar" }), "تسجيل كلب");
  assert.equal(titleFor("de", { cookie: "leicht" }), "Einen Hund anmelden");
  assert.equal(titleFor("en", { cookie: "leicht" }), "Hund anmelden");
  assert.equal(titleFor("en", { cookie: "uk" }), "Зареєструвати собаку");
  assert.equal(titleFor("de", { cookie: "tr" }), "Hund anmelden");
  assert.equal(
    titleFor("de", { cookie: "uk", query: "texte=alltag" }),
    "Hund anmelden",
  );
  const mark = (...input: Parameters<typeof requestOf>) =>
    /lang="([\w-]+)"\s+dir="(\w+)"/
      .exec(String(inFormLanguage(requestOf(...input), definition, "x")))
      ?.slice(1);
  assert.deepEqual(mark("de", { cookie: "ar" }), ["ar", "rtl"]);
  assert.deepEqual(mark("en"), ["de", "ltr"], "not translated into English");
  assert.equal(mark("de"), undefined);
});

test("only a language is remembered", () => {
  const kept = (chosen: string | null) => textsCookies(chosen)[0]?.value;
  assert.equal(kept("uk"), "uk");
  assert.equal(kept("zh-Hans"), "zh-Hans");
  assert.equal(kept("alltag"), "");
  for (const wrong of [null, "", "<b>", "constructor", "a", "uk; Path=/x"])
    assert.equal(kept(wrong), undefined, String(wrong));
});
