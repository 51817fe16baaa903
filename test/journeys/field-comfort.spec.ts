import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { setFormOfLeistung } from "../../src/modules/catalogue/index.ts";
import { publishForm } from "../../src/modules/forms/commands.ts";
import { saveFormVersion } from "../../src/modules/forms/store/form-store.ts";
import { allFieldTypes } from "../../src/modules/forms/testing/all-field-types.ts";
import { systemActor } from "../../src/main/services.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";

const leistung = "hundesteuer";

void describe("comfort at single fields", () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    [portal, browser] = await Promise.all([
      startTestPortal({ worker: false }),
      launchBrowser(),
    ]);
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const formVersionId = await context.transaction((db) =>
      saveFormVersion(db, allFieldTypes, context.now),
    );
    assert.ok((await publishForm(context, { formVersionId })).ok);
    await setFormOfLeistung(context, leistung, allFieldTypes.key);
  });
  after(async () => {
    await browser.close();
    await portal.close();
  });

  async function visit(
    step: number,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled: true,
      width: 360,
    });
    const address = `${portal.baseUrl("schwerin")}/leistungen/${leistung}/antrag`;
    await page.goto(address);
    await page
      .getByRole("button", { name: /Antrag beginnen|neu beginnen/ })
      .first()
      .click();
    await page.goto(`${address}/schritt/${String(step)}`);
    await use(page);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }

  void test("the postcode fills in the only town it has, once", () =>
    visit(1, async (page) => {
      await page.getByLabel("Postleitzahl").fill("19370");
      await page.keyboard.press("Tab");
      const town = page.getByRole("combobox", { name: "Ort", exact: true });
      await page.waitForFunction(
        `document.querySelector("[data-suggest='town']").value === "Parchim"`,
      );
      await town.fill("Slate");
      await page.getByLabel("Postleitzahl").fill("19288");
      await page.keyboard.press("Tab");
      assert.equal(await town.inputValue(), "Slate");
    }));

  void test("towns are offered while typing, chosen with the keyboard", () =>
    visit(1, async (page) => {
      const town = page.getByRole("combobox", { name: "Ort", exact: true });
      await town.pressSequentially("Swerin");
      await page.getByRole("option", { name: "Schwerin" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await expectAccessible(page);
      await page.keyboard.press("Enter");
      assert.equal(await town.inputValue(), "Schwerin");
      assert.equal(await town.getAttribute("aria-expanded"), "false");
      await town.fill("");
      await town.pressSequentially("Lud");
      await page.getByRole("option", { name: "Ludwigslust (19288)" }).click();
      assert.equal(await page.getByLabel("Postleitzahl").inputValue(), "19288");
    }));

  void test("streets are offered while typing, and bring postcode and town along", () =>
    visit(1, async (page) => {
      const street = page.getByRole("combobox", {
        name: "Straße",
        exact: true,
      });
      await street.pressSequentially("Puschk");
      await page
        .getByRole("option", { name: "Puschkinstraße, 19055 Schwerin" })
        .waitFor();
      await page.keyboard.press("ArrowDown");
      await expectAccessible(page);
      await page.keyboard.press("Enter");
      assert.equal(await street.inputValue(), "Puschkinstraße");
      assert.equal(await page.getByLabel("Postleitzahl").inputValue(), "19055");
      const town = page.getByRole("combobox", { name: "Ort", exact: true });
      assert.equal(await town.inputValue(), "Schwerin");
      await street.fill("");
      await street.pressSequentially("Eigene Straße");
      await page.keyboard.press("Tab");
      assert.equal(await street.inputValue(), "Eigene Straße");
    }));

  void test("a date pasted into the day is spread over the three inputs", () =>
    visit(1, async (page) => {
      const day = page.getByLabel("Tag", { exact: true });
      await day.focus();
      await page.evaluate(`{
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", "24.3.1985");
        document.activeElement.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, cancelable: true }),
        );
      }`);
      assert.deepEqual(
        await Promise.all(
          ["Tag", "Monat", "Jahr"].map((label) =>
            page.getByLabel(label, { exact: true }).inputValue(),
          ),
        ),
        ["24", "3", "1985"],
      );
    }));

  void test("a long list is shortened by typing, and Enter takes the last one left", () =>
    visit(1, async (page) => {
      const filter = page.getByLabel("Liste filtern");
      const list = page.getByRole("combobox", { name: "Staat" });
      await filter.fill("republik");
      await filter.press("Enter");
      assert.equal(await list.inputValue(), "");
      await filter.fill("österr");
      await filter.press("Enter");
      assert.equal(await list.inputValue(), "AT");
      assert.match(page.url(), /schritt\/1$/);
    }));

  void test("a long text counts what is left", () =>
    visit(3, async (page) => {
      const text = page.getByLabel("Begründung");
      await text.fill("x".repeat(190));
      await page.getByText("Noch 10 Zeichen").first().waitFor();
      await text.fill("x".repeat(203));
      await page.getByText("3 Zeichen zu viel").first().waitFor();
    }));

  void test("a point and an area are set on the map with the keyboard alone", () =>
    visit(4, async (page) => {
      const point = page.getByRole("application", { name: /Ort des Schadens/ });
      await point.focus();
      for (const key of ["ArrowUp", "ArrowLeft", "Enter"])
        await page.keyboard.press(key);
      const coordinates = page.getByLabel("Koordinaten", { exact: true });
      assert.match(await coordinates.inputValue(), /^53\.63\d*, 11\.\d+$/);
      await page.getByText(/^Punkt gesetzt: 53/).waitFor();
      await page.keyboard.press("Delete");
      assert.equal(await coordinates.inputValue(), "");
      await page.keyboard.press("Enter");

      const area = page.getByRole("application", { name: /Gebiet/ });
      await area.focus();
      for (const key of ["Enter", "ArrowUp", "Enter", "ArrowLeft", "Enter"])
        await page.keyboard.press(key);
      const corners = page.getByLabel("Koordinaten der Ecken");
      assert.equal((await corners.inputValue()).split("\n").length, 3);
      await page.getByText(/^3 Ecken gesetzt/).waitFor();
      await expectAccessible(page);

      await page.getByLabel("Beginn").fill("830");
      for (const [label, value] of [
        ["Tag", "1"],
        ["Monat", "Mai"],
        ["Jahr", "26"],
        ["Uhrzeit", "8.30"],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(value);
      await page.getByRole("button", { name: "Weiter", exact: true }).click();
      await page.waitForURL(/pruefen$/);
      const summary = await page.getByRole("main").innerText();
      assert.match(summary, /01\.05\.2026, 08:30 Uhr/);
      assert.match(summary, /Fläche mit 3 Ecken: 53/);
    }));

  void test("a place is described in words without any script", async () => {
    const { page } = await openWindow(browser, { javaScriptEnabled: false });
    const address = `${portal.baseUrl("schwerin")}/leistungen/${leistung}/antrag`;
    await page.goto(address);
    await page
      .getByRole("button", { name: /Antrag beginnen|neu beginnen/ })
      .first()
      .click();
    await page.goto(`${address}/schritt/4`);
    await page.getByLabel("Ort in Worten").first().fill("Am Pfaffenteich");
    await page.getByRole("button", { name: "Weiter", exact: true }).click();
    assert.equal(
      await page.getByLabel("Ort in Worten").first().inputValue(),
      "Am Pfaffenteich",
    );
    await page.context().close();
  });
});
