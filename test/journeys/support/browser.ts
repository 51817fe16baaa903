import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type Page } from "playwright-core";

/** Chromium from the npm package, unpacked at the first call, or the one of `CHROMIUM_PATH`. */
export async function browserPath(): Promise<string> {
  return process.env["CHROMIUM_PATH"] ?? sparticuz.executablePath();
}

/** Needs neither root nor a display. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export type Window = {
  readonly page: Page;
  /** What the browser complained about: scripts, the content policy, requests to other hosts. */
  readonly complaints: string[];
};

export type WindowOptions = {
  readonly javaScriptEnabled: boolean;
  readonly width?: number;
};

/** A fresh window without cookies that notes what goes wrong in it. */
export async function openWindow(
  browser: Browser,
  { javaScriptEnabled, width = 1280 }: WindowOptions,
): Promise<Window> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 800 },
    locale: "de-DE",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // 4xx of a page the journey expects is logged by the browser as "Failed to load resource".
    if (
      message.type() === "error" &&
      !message.text().startsWith("Failed to load resource")
    )
      complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== "localhost" && !hostname.endsWith(".localhost"))
      complaints.push(`request to ${hostname}`);
  });
  return { page, complaints };
}

const axeSource = await readFile(
  new URL(import.meta.resolve("axe-core/axe.min.js")),
  "utf8",
);

type Finding = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
};

/** WCAG 2.2 up to level AA, and what axe calls best practice. */
const runAxe = `axe.run({ resultTypes: ["violations"], runOnly: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
] }).then(({ violations }) => violations)`;

/** Buttons and inputs lower than 44 px. A box to tick counts with its label; what only screen readers see does not. */
const findSmallTargets = `[...document.querySelectorAll(
  "button, input:not([type=hidden]), select, textarea, summary, a.kern-btn",
)]
  .filter((target) => !target.matches("[aria-hidden=true]") && target.offsetWidth > 0)
  .filter((target) => {
    const boxes = [target, ...(target.matches("[type=checkbox], [type=radio]") ? target.labels : [])];
    return Math.max(...boxes.map((box) => box.getBoundingClientRect().height)) < 43.5;
  })
  .map((target) => target.outerHTML.slice(0, 160))`;

/** Pixels that are only seen by scrolling sideways. */
export const hiddenAtTheSide =
  "Math.max(0, document.documentElement.scrollWidth - innerWidth)";

/** Nothing for axe to find, large targets, nothing lost on small screens and with large letters, one main heading. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a click that leads to another host the new page may have just begun.
  await page.waitForLoadState();
  const wide = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of new Set([wide.width, 360])) {
    await page.setViewportSize({ width, height: 800 });
    const where = `${pathOf(page)} at ${String(width)} px`;
    assert.equal(
      await page.evaluate(hiddenAtTheSide),
      0,
      `sideways scrolling on ${where}`,
    );
    assert.deepEqual(await axeFindings(page), [], `axe on ${where}`);
    assert.deepEqual(
      await page.evaluate(findSmallTargets),
      [],
      `small targets on ${where}`,
    );
  }
  await expectReflow(page);
  await page.setViewportSize(wide);
  assert.equal(
    await page.locator("h1").count(),
    1,
    `one main heading on ${page.url()}`,
  );
}

/** 320 px as they are, and 640 px with letters twice as large. @see WCAG 2.2, 1.4.4 and 1.4.10 */
async function expectReflow(page: Page): Promise<void> {
  for (const zoom of [1, 2]) {
    await page.setViewportSize({ width: 320 * zoom, height: 800 });
    const setSize = (size: string) =>
      page.evaluate(`document.documentElement.style.fontSize = "${size}"`);
    await setSize(`${String(zoom * 100)}%`);
    assert.equal(
      await page.evaluate(hiddenAtTheSide),
      0,
      `sideways scrolling on ${pathOf(page)} at 320 px, letters × ${String(zoom)}`,
    );
    await setSize("");
  }
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  // Reading its source costs a page as much as a run of it.
  if (await page.evaluate("globalThis.axe === undefined"))
    await page.evaluate(axeSource);
  const findings = await page.evaluate<readonly Finding[]>(runAxe);
  return findings.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

/** Without the secret of a private link. */
function pathOf(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[\w-]{43}/g, "…");
}

/** What has the focus, by its id. */
export function focusedId(page: Page): Promise<unknown> {
  return page.evaluate("document.activeElement.id");
}

/** Waits until the element with this id has the focus: scripts give it once the page is there. */
export async function expectFocus(page: Page, id: string): Promise<void> {
  await page
    .waitForFunction(`document.activeElement.id === ${JSON.stringify(id)}`)
    .catch(async () => {
      assert.equal(await focusedId(page), id);
    });
}
