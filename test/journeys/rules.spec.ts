import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { formRulesScript } from "../../src/modules/forms/commands.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  differencesOf,
  liveCases,
  type LiveCase,
  type LiveResult,
} from "../../src/modules/forms/testing/live-cases.ts";
import { loadScriptBundle } from "../../src/ui/script-bundle.ts";
import {
  expectAccessible,
  focusedId,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { fill, goOn } from "./support/fill-in.ts";

void describe("rules of a form while somebody fills it in", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  void test("questions appear and sums change at once, for screen readers too", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await toDogs(page);
    const testDay = page.locator("[name='hund.0.wesenstest.0-day']");
    assert.equal(await testDay.isVisible(), false);
    assert.equal(await given(page, "summe.0"), "0,00 €");
    await fill(page, { "hund.0.rufname.0": "Rex" });
    assert.equal(await given(page, "summe.0"), "90,00 €");

    await page.getByLabel("Ja", { exact: true }).check();
    await testDay.waitFor({ state: "visible" });
    assert.equal(await given(page, "summe.0"), "600,00 €");
    assert.equal(
      await page.locator("#form-rules").textContent(),
      "Auf dieser Seite sind weitere Fragen dazugekommen.",
    );
    await testDay.fill("1");
    await expectAccessible(page);

    await page.getByLabel("Nein", { exact: true }).check();
    await testDay.waitFor({ state: "hidden" });
    await page.getByLabel("Nein", { exact: true }).focus();
    await page.keyboard.press("Tab");
    assert.doesNotMatch(String(await focusedId(page)), /wesenstest/);
    await page.getByLabel("Ja", { exact: true }).check();
    assert.equal(await testDay.inputValue(), "1", "typing is not lost");
    assert.deepEqual(complaints, []);
  });

  void test("a question that must be answered now loses its mark", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await begin(page, "bewohnerparkausweis");
    await goTo(page, "bewohnerparkausweis", 2);
    const number = page.locator("label[for='bisherigeNummer.0']");
    await page.getByLabel("Mein Kennzeichen hat sich geändert").check();
    assert.match((await number.textContent()) ?? "", /freiwillig/);
    await page.getByLabel("Ich möchte meinen Ausweis verlängern").check();
    assert.doesNotMatch((await number.textContent()) ?? "", /freiwillig/);
    await page.getByLabel("24 Monate").check();
    assert.equal(await given(page, "gebuehr.0"), "60,00 €");
    await goOn(page);
    await page
      .getByText(/Füllen Sie „Nummer des bisherigen/)
      .first()
      .waitFor();
    assert.deepEqual(complaints, []);
  });

  void test("without JavaScript new questions come when the page is sent, and nothing typed is lost", async () => {
    const { page } = await openWindow(browser, { javaScriptEnabled: false });
    await toDogs(page);
    await fill(page, { "hund.0.rufname.0": "Rex" });
    await page.getByLabel("Ja", { exact: true }).check();
    await page.getByRole("button", { name: "Angaben aktualisieren" }).click();
    const testDay = page.locator("[name='hund.0.wesenstest.0-day']");
    await testDay.waitFor({ state: "visible" });
    assert.equal(await given(page, "summe.0"), "600,00 €");
    await testDay.fill("1");
    await page.getByLabel("Nein", { exact: true }).check();
    await page.getByRole("button", { name: "Angaben aktualisieren" }).click();
    await testDay.waitFor({ state: "hidden" });
    await page.getByLabel("Ja", { exact: true }).check();
    await page.getByRole("button", { name: "Angaben aktualisieren" }).click();
    assert.equal(await testDay.inputValue(), "1");
  });

  for (const javaScriptEnabled of [true, false])
    void test(`of a choice one says first which it is ${javaScriptEnabled ? "" : "without JavaScript"}`, async () => {
      const { page, complaints } = await openWindow(browser, {
        javaScriptEnabled,
      });
      await begin(page, "geburtsurkunde");
      await goTo(page, "geburtsurkunde", 2);
      const recipient = page.getByLabel("Name auf dem Umschlag");
      assert.equal(await recipient.isVisible(), false);
      await page.getByLabel("Mit der Post").check();
      if (!javaScriptEnabled)
        await page
          .getByRole("button", { name: "Angaben aktualisieren" })
          .click();
      await recipient.waitFor({ state: "visible" });
      if (javaScriptEnabled) await expectAccessible(page);
      await recipient.fill("Jörg Müßig");
      await goOn(page);
      await page.getByText("Füllen Sie „Anschrift“ aus.").first().waitFor();
      assert.deepEqual(complaints, []);
    });

  void test("the browser comes to the same as the server, for any rules and anything typed", async () => {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
    });
    await page.goto(portal.baseUrl("schwerin"));
    const files = await loadScriptBundle(formRulesScript);
    const script = files.find(({ path }) => path.endsWith("/live-rules.js"));
    assert.ok(script);
    const cases = fc.sample(liveCases, { numRuns: 600, seed: 42 });
    const found = await page.evaluate<
      readonly LiveResult[],
      { readonly path: string; readonly cases: readonly LiveCase[] }
    >(
      async ({ path, cases: all }) => {
        const { liveOutcome } = (await import(path)) as {
          readonly liveOutcome: (
            rules: unknown,
            input: unknown,
          ) => {
            readonly answers: LiveResult["answers"];
            readonly hidden: ReadonlySet<string>;
            readonly required: ReadonlySet<string>;
          };
        };
        return all.map(({ rules, input }) => {
          const outcome = liveOutcome(rules, input);
          return {
            answers: outcome.answers,
            hidden: [...outcome.hidden],
            required: [...outcome.required],
          };
        });
      },
      { path: script.path, cases },
    );
    for (const [index, each] of cases.entries()) {
      const result = found[index];
      assert.ok(result);
      assert.deepEqual(
        differencesOf(each, result),
        [],
        JSON.stringify({ each, result }),
      );
    }
    assert.deepEqual(complaints, []);
  });

  async function begin(page: Page, form: string): Promise<void> {
    await page.goto(`${portal.baseUrl("schwerin")}/leistungen/${form}/antrag`);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
  }

  async function goTo(page: Page, form: string, step: number): Promise<void> {
    await page.goto(
      `${portal.baseUrl("schwerin")}/leistungen/${form}/antrag/schritt/${String(step)}`,
    );
  }

  async function toDogs(page: Page): Promise<void> {
    await begin(page, "hundesteuer");
    await goTo(page, "hundesteuer", 2);
  }

  async function given(page: Page, id: string): Promise<string> {
    const text = await page.locator(`[data-given='${id}']`).textContent();
    return (text ?? "").trim().replaceAll(/\s/g, " ");
  }
});
