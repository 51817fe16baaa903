import assert from "node:assert/strict";
import { basename, dirname } from "node:path/posix";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { setFormOfLeistung } from "../../src/modules/catalogue/index.ts";
import { importForm, publishForm } from "../../src/modules/forms/commands.ts";
import type { FormDefinition } from "../../src/modules/forms/domain/form-definition.ts";
import { shownPages } from "../../src/modules/forms/domain/shown-pages.ts";
import { conditionalForm } from "../../src/modules/forms/testing/conditional-form.ts";
import { publishDefinition } from "../../src/modules/forms/testing/publish-definition.ts";
import { releasedSchema } from "../../src/modules/forms/testing/released-schema.ts";
import {
  chooser,
  invalidDeed,
  validDeed,
  type Choose,
} from "../../src/modules/forms/testing/sample-input.ts";
import { pageTitle } from "../../src/modules/forms/use-cases/describe.ts";
import type { Context } from "../../src/platform/context/context.ts";
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
  hiddenAtTheSide,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import {
  addRepeats,
  answerStep,
  press,
  type Done,
  type Reading,
} from "./support/person.ts";
import { readQuestions, type Question } from "./support/questions.ts";

const folder = "xdatenfelder/schemas";
const leistung = "hundesteuer";

/** Brings a form to applicants; gives it as they see it. */
type Offer = (context: Context) => Promise<FormDefinition>;

type Case = {
  readonly name: string;
  readonly offer: Offer;
  readonly ways: readonly Way[];
};

/** On a small phone; on a large screen, looked at closely; or without JavaScript. */
type Way = "phone" | "closely" | "without JavaScript";

/** Every released schema that lies in the folder, unchanged, whichever those are; lists that are not there become free text. */
const released = (sharedDataMissing() ? [] : listSharedFiles(folder))
  .flatMap((name) =>
    name.endsWith(".xml")
      ? [name]
      : listSharedFiles(`${folder}/${name}`).map((file) => `${name}/${file}`),
  )
  .filter((path) => path.endsWith(".xml") && !path.includes("genericode"));

const cases: readonly Case[] = [
  ...released.map((path, index): Case => ({
    name: path,
    offer: (context: Context) => offerReleased(context, path),
    ways: index === 0 ? ["phone", "without JavaScript"] : ["phone"],
  })),
  {
    name: "a schema with all that released ones have",
    offer: (context) =>
      offerDocument(context, {
        schema: { name: "S1.xml", content: Buffer.from(releasedSchema) },
        codeLists: [],
      }),
    ways: ["phone"],
  },
  {
    name: "a form whose questions depend on answers and repeat in each other",
    offer: async (context) => {
      await publishDefinition(context, conditionalForm);
      return conditionalForm;
    },
    ways: ["closely", "without JavaScript"],
  },
];

void describe("every form is filled in by somebody who reads labels", () => {
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

  for (const [index, { name, offer, ways }] of cases.entries())
    for (const way of ways)
      void test(`${name}, ${way}`, async () => {
        const { tenantId } = await portal.portal("schwerin");
        const context = portal.services.contextFor({
          tenantId,
          actor: systemActor,
        });
        const definition = await offer(context);
        await setFormOfLeistung(context, leistung, definition.key);
        const { page, complaints } = await openWindow(browser, {
          javaScriptEnabled: way !== "without JavaScript",
          width: way === "phone" ? 320 : 1280,
        });
        const start = `/leistungen/${leistung}/antrag`;
        await page.goto(`${portal.baseUrl("schwerin")}${start}`);
        await press(
          page,
          page.getByRole("button", { name: "Antrag beginnen" }).first(),
        );
        await apply(page, {
          definition,
          choose: chooser(index * 2 + ways.indexOf(way)),
          way,
        });
        assert.deepEqual(complaints, []);
        await page.context().close();
      });
});

type Applying = {
  readonly definition: FormDefinition;
  readonly choose: Choose;
  readonly way: Way;
};

/** From the first step to the receipt, whatever steps the answers lead to. */
async function apply(page: Page, applying: Applying): Promise<void> {
  const shown = shownPages(applying.definition);
  const confirmation = page.getByRole("checkbox", { name: /Angaben geprüft/ });
  const typed: string[] = [];
  for (let step = 0; (await confirmation.count()) === 0; step += 1) {
    assert.ok(step < shown.length, "each step is asked once");
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    const formPage = shown.find((each) => pageTitle(each, "de") === title);
    assert.ok(formPage, `the form has no page "${title}"`);
    const done = await takeStep({ page, formPage, ...applying });
    typed.push(...textsOf(done));
  }
  await look(page, applying.way);
  const summary = await page.getByRole("main").innerText();
  for (const text of typed)
    assert.ok(summary.includes(text), `the summary shows ${text}`);
  await confirmation.check();
  await press(page, page.getByRole("button", { name: "Antrag senden" }));
  await page.getByText("Ihr Antrag ist angekommen").first().waitFor();
}

/** axe once for each type of field; that nothing is lost at the side is seen on every page. */
async function look(page: Page, way: Way): Promise<void> {
  if (way === "closely") return expectAccessible(page);
  if (way === "phone")
    assert.equal(await page.evaluate(hiddenAtTheSide), 0, page.url());
}

/** Words that stand in the summary as they were typed. */
function textsOf(done: Done): string[] {
  return [...done.values()].flatMap(({ field, deed }) =>
    deed?.kind === "type" &&
    field.dataType === "text" &&
    field.format === undefined
      ? [deed.text]
      : [],
  );
}

type Step = Applying & Pick<Reading, "page" | "formPage">;

/** First wrong, then right. */
async function takeStep(step: Step): Promise<Done> {
  const { page, formPage, choose, way } = step;
  await addRepeats(page, formPage);
  await look(page, way);
  const wrong = await answerStep({
    ...step,
    // With scripts a wrong file is refused when it is chosen: uploads.spec.ts.
    decide: (field) =>
      choose(2) === 0 ||
      (way !== "without JavaScript" && field.dataType === "file")
        ? undefined
        : invalidDeed(field, choose),
  });
  if ([...wrong.values()].some(({ deed }) => deed)) {
    await goOn(page);
    expectErrors(await readQuestions(page, formPage), wrong);
    await expectLinks(page);
    if (way === "phone") await look(page, way);
  }
  const done: Done = new Map();
  const before = page.url();
  for (let attempt = 0; attempt === 0 || page.url() === before; attempt += 1) {
    // What rules brought up only when it was sent is answered then.
    const known = done.size;
    await answerStep({ ...step, decide: (f) => validDeed(f, choose) }, done);
    if (attempt > 0 && done.size === known)
      assert.fail(await complaintsOf(page));
    await goOn(page);
  }
  return done;
}

async function goOn(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: "Weiter", exact: true }));
}

async function complaintsOf(page: Page): Promise<string> {
  return page.locator("#error-summary").innerText();
}

/** A message stands at all that was wrong and at nothing else, and nothing that was typed is lost. */
function expectErrors(questions: readonly Question[], wrong: Done): void {
  for (const { name, hasError, isOptional, values } of questions) {
    const deed = wrong.get(name)?.deed;
    if (!deed) {
      assert.ok(!hasError || !isOptional, `${name} may be left out`);
      continue;
    }
    assert.ok(hasError, `no message at ${name} for ${JSON.stringify(deed)}`);
    if (deed.kind === "type")
      assert.equal(plain(values.join()), plain(deed.text), name);
    if (deed.kind === "date")
      assert.deepEqual(values.slice(0, 3), [deed.day, deed.month, deed.year]);
  }
}

/** An IBAN is shown in groups. */
const plain = (text: string) => text.replaceAll(/\s/g, "").toUpperCase();

/** The summary leads to what is wrong. */
async function expectLinks(page: Page): Promise<void> {
  const lost = await page
    .locator("#error-summary a")
    .evaluateAll((links: readonly { hash: string; ownerDocument: Finder }[]) =>
      links
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((id) => !links[0]?.ownerDocument.getElementById(id)),
    );
  assert.deepEqual(lost, [], "links of the summary that lead nowhere");
}

type Finder = { getElementById(id: string): object | null };

async function offerReleased(
  context: Context,
  path: string,
): Promise<FormDefinition> {
  const parent = dirname(`${folder}/${path}`);
  const codeLists = listSharedFiles(parent)
    .filter((name) => name.includes("genericode"))
    .map((name) => ({ name, content: readSharedFile(`${parent}/${name}`) }));
  return offerDocument(context, {
    schema: {
      name: basename(path),
      content: readSharedFile(`${folder}/${path}`),
    },
    codeLists,
  });
}

type Documents = Pick<Parameters<typeof importForm>[1], "schema" | "codeLists">;

async function offerDocument(
  context: Context,
  documents: Documents,
): Promise<FormDefinition> {
  const imported = await importForm(context, {
    ...documents,
    missingCodeLists: "as-text",
  });
  assert.ok(imported.ok, JSON.stringify(imported));
  await publishForm(context, imported.value);
  return imported.value.definition;
}
