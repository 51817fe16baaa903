import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { setFormOfLeistung } from "../../src/modules/catalogue/index.ts";
import type { FormDefinition } from "../../src/modules/forms/domain/form-definition.ts";
import { shownPages } from "../../src/modules/forms/domain/shown-pages.ts";
import { importForm, publishForm } from "../../src/modules/forms/commands.ts";
import {
  chooser,
  invalidDeed,
  validDeed,
  type Deed,
} from "../../src/modules/forms/testing/sample-input.ts";
import { systemActor } from "../../src/main/services.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import {
  listSharedFiles,
  readSharedFile,
  sharedDataMissing,
} from "../../src/platform/testing/shared-data.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { goOn } from "./support/fill-in.ts";
import { fillInStep } from "./support/person.ts";

const folder = "xdatenfelder/schemas";

/**
 * Released schemas of both standards, unchanged; lists that are not there become free text. One without JavaScript, too.
 * S05000058 is walked through both ways in parking-permit.spec.ts.
 */
const schemas = [
  {
    path: "S00000009-gewerbeanmeldung/S00000009_xdatenfelder.xml",
    ways: [true],
  },
  { path: "S00000000364.xdf3.xml", ways: [true, false] },
  { path: "S07000000248.xdf3.xml", ways: [true] },
] as const;

const leistung = "hundesteuer";

void describe(
  "every released schema is filled in by somebody who reads labels",
  { skip: sharedDataMissing() },
  () => {
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

    for (const [index, { path, ways }] of schemas.entries())
      for (const javaScriptEnabled of ways)
        void test(`${path} ${javaScriptEnabled ? "" : "without JavaScript"}`, async () => {
          const definition = await offer(portal, path);
          const { page, complaints } = await openWindow(browser, {
            javaScriptEnabled,
          });
          await page.goto(
            `${portal.baseUrl("schwerin")}/leistungen/${leistung}/antrag`,
          );
          await page
            .getByRole("button", { name: /Antrag beginnen|neu beginnen/ })
            .first()
            .click();
          await applyWith(page, {
            definition,
            seed: index * 2 + (javaScriptEnabled ? 0 : 1),
            isLookedAt: javaScriptEnabled,
          });
          assert.deepEqual(complaints, []);
          await page.context().close();
        });
  },
);

type Applying = {
  readonly definition: FormDefinition;
  readonly seed: number;
  readonly isLookedAt: boolean;
};

async function applyWith(
  page: Page,
  { definition, seed, isLookedAt }: Applying,
): Promise<void> {
  const choose = chooser(seed);
  const typed: string[] = [];
  for (const [index, formPage] of shownPages(definition).entries()) {
    if (isLookedAt) await expectAccessible(page);
    const wrong = await fillInStep(formPage, {
      page,
      choose,
      // With scripts a wrong file is refused when it is chosen: uploads.spec.ts.
      decide: (field) =>
        isLookedAt && field.dataType === "file"
          ? undefined
          : invalidDeed(field),
    });
    if (wrong.length > 0) {
      await goOn(page);
      await page.locator("#error-summary").waitFor();
      await expectKept(
        page,
        wrong.map(({ deed }) => deed),
      );
    }
    const done = await fillInStep(formPage, {
      page,
      choose,
      decide: (field) => validDeed(field, choose),
    });
    typed.push(
      ...done.flatMap(({ field, deed }) =>
        deed.kind === "type" &&
        field.dataType === "text" &&
        field.format === undefined
          ? [deed.text]
          : [],
      ),
    );
    await goOn(page);
    await expectStep(page, index + 2);
  }
  if (isLookedAt) await expectAccessible(page);
  const shown = await page.getByRole("main").innerText();
  for (const text of typed)
    assert.ok(shown.includes(text), `the summary shows ${text}`);
  await page.locator("input[name=bestaetigung]").check();
  await page.getByRole("button", { name: "Antrag senden" }).click();
  await page.getByText("Ihr Antrag ist angekommen").first().waitFor();
}

/** The next step is there; what still is wrong in this one is said otherwise. */
async function expectStep(page: Page, step: number): Promise<void> {
  const next = page.getByText(`Schritt ${String(step)} von`).first();
  await next.waitFor().catch(async (error: unknown) => {
    const summary = page.locator("#error-summary");
    throw (await summary.count()) > 0
      ? new Error(await summary.innerText(), { cause: error })
      : error;
  });
}

/** Nothing that was typed is lost by an error. */
async function expectKept(page: Page, deeds: readonly Deed[]): Promise<void> {
  const values = await page
    .locator("main input, main textarea")
    .evaluateAll((inputs: readonly { value: string }[]) =>
      inputs.map(({ value }) => value),
    );
  for (const deed of deeds)
    if (deed.kind === "type")
      assert.ok(values.includes(deed.text), `${deed.text} was kept`);
}

async function offer(
  portal: TestPortal,
  path: string,
): Promise<FormDefinition> {
  const { tenantId } = await portal.portal("schwerin");
  const context = portal.services.contextFor({ tenantId, actor: systemActor });
  const parent = path.includes("/")
    ? `${folder}/${path.split("/")[0] ?? ""}`
    : undefined;
  const codeLists = (parent === undefined ? [] : listSharedFiles(parent))
    .filter((name) => name.includes("genericode"))
    .map((name) => ({
      name,
      content: readSharedFile(`${parent ?? ""}/${name}`),
    }));
  const imported = await importForm(context, {
    schema: { name: path, content: readSharedFile(`${folder}/${path}`) },
    codeLists,
    missingCodeLists: "as-text",
  });
  assert.ok(imported.ok, JSON.stringify(imported));
  await publishForm(context, imported.value);
  await setFormOfLeistung(context, leistung, imported.value.definition.key);
  return imported.value.definition;
}
