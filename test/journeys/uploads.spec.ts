import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { freePort } from "../../src/main/testing/free-port.ts";
import { assertNoFaults } from "../../src/main/testing/log-check.ts";
import {
  startTestPortal,
  type TestPortal,
} from "../../src/main/testing/test-portal.ts";
import { pdf } from "../../src/platform/files/testing/sample-files.ts";
import {
  expectAccessible,
  launchBrowser,
  openWindow,
} from "./support/browser.ts";
import { goOn } from "./support/fill-in.ts";
import { openLine, type Line } from "./support/line.ts";

/** A name as macOS sends it: the umlaut is written as two characters. */
const plan = "Bu\u0308hnenplan Größe 😀.pdf";
const planShown = "Bühnenplan Größe 😀.pdf";

void describe("somebody uploads plans of an event", () => {
  let line: Line;
  let portal: TestPortal;
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "plans-"));
    const linePort = await freePort();
    [portal, browser] = await Promise.all([
      startTestPortal({
        worker: false,
        variables: { PUBLIC_BASE_DOMAIN: `localhost:${String(linePort)}` },
      }),
      launchBrowser(),
    ]);
    line = await openLine(portal.port, linePort);
  });
  after(async () => {
    await browser.close();
    await line.close();
    await portal.close();
    await rm(folder, { recursive: true });
  });

  const service = () =>
    `http://schwerin.localhost:${String(line.port)}/leistungen/veranstaltung`;

  /** The step with the files, in a window of its own. */
  const openStep = async (javaScriptEnabled: boolean) => {
    line.mend();
    line.throttle(undefined);
    const { page, complaints } = await openWindow(browser, {
      javaScriptEnabled,
    });
    await page.goto(`${service()}/antrag`);
    await page.getByRole("button", { name: "Antrag beginnen" }).click();
    await page.getByText("Schritt 1 von 5").first().waitFor();
    await page.goto(`${service()}/antrag/schritt/4`);
    return { page, complaints };
  };

  const makeFile = async (name: string, sizeBytes: number) => {
    const path = join(folder, name);
    const content = pdf(
      `/Note (${name.replaceAll(/\W/g, "").padEnd(sizeBytes, "x")})`,
    );
    await writeFile(path, content);
    return {
      path,
      sha256: createHash("sha256").update(content).digest("hex"),
    };
  };

  const hashesOfStored = async (): Promise<readonly string[]> => {
    const { tenantId } = await portal.portal("schwerin");
    const { files, cipherOf } = portal.services;
    const hashes: string[] = [];
    for await (const key of files.list(tenantId)) {
      const hash = createHash("sha256");
      for await (const chunk of await files.open(key, cipherOf(tenantId)))
        hash.update(chunk as Buffer);
      hashes.push(hash.digest("hex"));
    }
    return hashes;
  };

  const choose = (page: Page, field: string, paths: string | string[]) =>
    page.locator(`input[name="${field}.0"]`).setInputFiles(paths);
  const kept = (page: Page, name: string) =>
    page.locator(".portal-kept-file__name").getByText(name);

  void test("30 MB arrive whole although the line breaks in the middle", async () => {
    const { page, complaints } = await openStep(true);
    await expectAccessible(page);
    const { path, sha256 } = await makeFile(plan, 30_000_000);
    const isCut = line.cutAfter(13_000_000);
    await choose(page, "lageplan", path);
    await isCut;
    const bar = page.getByRole("progressbar", { name: planShown });
    await page
      .getByText(/Verbindung ist unterbrochen/)
      .first()
      .waitFor();
    assert.ok(Number(await bar.getAttribute("value")) > 0);
    await expectAccessible(page);
    line.mend();
    await kept(page, planShown).waitFor({ timeout: 60_000 });
    assert.equal(await bar.count(), 0);
    assert.ok((await hashesOfStored()).includes(sha256));
    await expectAccessible(page);
    // The list came from the server, so its buttons work.
    await page.getByRole("button", { name: /Löschen ?: Bühnenplan/ }).click();
    await kept(page, planShown).waitFor({ state: "detached" });
    assert.ok(!(await hashesOfStored()).includes(sha256));
    assert.deepEqual(complaints, []);
  });

  void test("three files at once, each with a bar; one is cancelled", async () => {
    const { page, complaints } = await openStep(true);
    const files = await Promise.all(
      ["eins.pdf", "zwei.pdf", "drei.pdf"].map((name) =>
        makeFile(name, 12_000_000),
      ),
    );
    line.throttle(3_000_000);
    await choose(
      page,
      "weitere",
      files.map(({ path }) => path),
    );
    for (const name of ["eins.pdf", "zwei.pdf", "drei.pdf"])
      await page.getByRole("progressbar", { name }).waitFor();
    await page
      .getByText(/% hochgeladen, noch/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /Abbrechen ?: zwei/ })
      .press("Enter");
    await page.getByRole("button", { name: /Anhalten ?: drei/ }).press("Enter");
    await page.getByText(/Angehalten bei/).waitFor();
    line.throttle(undefined);
    await kept(page, "eins.pdf").waitFor();
    await page.getByRole("button", { name: /Fortsetzen ?: drei/ }).click();
    await kept(page, "drei.pdf").waitFor();
    assert.equal(await page.getByText("zwei.pdf").count(), 0);
    const stored = await hashesOfStored();
    assert.deepEqual(
      files.map(({ sha256 }) => stored.includes(sha256)),
      [true, false, true],
    );
    assert.deepEqual(complaints, []);
  });

  void test("after a reload the page knows how far a file had come, and goes on there", async () => {
    const { page, complaints } = await openStep(true);
    const { path, sha256 } = await makeFile("Übersicht.pdf", 12_000_000);
    line.throttle(3_000_000);
    await choose(page, "sicherheitskonzept", path);
    await page.getByText(/[4-9]\d % hochgeladen/).waitFor();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    const again = page.getByText(/[3-9]\d % sind schon da/);
    await again.waitFor();
    await expectAccessible(page);
    line.throttle(undefined);
    await choose(page, "sicherheitskonzept", path);
    await kept(page, "Übersicht.pdf").waitFor({ timeout: 30_000 });
    assert.equal(await again.count(), 0);
    assert.ok((await hashesOfStored()).includes(sha256));
    assert.deepEqual(complaints, []);
  });

  void test("going on waits for the files, and nothing typed is lost", async () => {
    const { page, complaints } = await openStep(true);
    const { path } = await makeFile("warten.pdf", 4_000_000);
    line.throttle(2_000_000);
    await choose(page, "lageplan", path);
    await page.getByRole("checkbox").first().check();
    await goOn(page);
    await page.getByText(/Wir warten noch auf Ihre Dateien/).waitFor();
    await page.waitForURL(/\/pruefen$/, { timeout: 30_000 });
    await page.getByText("warten.pdf").waitFor();
    await page.goBack();
    assert.ok(await page.getByRole("checkbox").first().isChecked());
    assert.deepEqual(complaints, []);
  });

  void test("what is no plan is refused at its field, and in words", async () => {
    const { page } = await openStep(true);
    const path = join(folder, "programm.pdf");
    await writeFile(
      path,
      Buffer.concat([Buffer.from("MZ\u0090\0", "latin1"), Buffer.alloc(9000)]),
    );
    await choose(page, "lageplan", path);
    await page
      .getByText(/Lageplan.*programm\.pdf/)
      .last()
      .waitFor();
    await expectAccessible(page);
    await goOn(page);
    await page.getByText(/Bitte prüfen Sie/).waitFor();
  });

  void test("without JavaScript the files travel with the form", async () => {
    const { page } = await openStep(false);
    const { path, sha256 } = await makeFile("ohne-skript.pdf", 2_000_000);
    await choose(page, "lageplan", path);
    await page.getByRole("checkbox").first().check();
    await goOn(page);
    await page.waitForURL(/\/pruefen$/);
    await page.getByText("ohne-skript.pdf").waitFor();
    assert.ok((await hashesOfStored()).includes(sha256));
  });

  void test("no faults are logged", () => {
    assertNoFaults(portal);
  });
});
