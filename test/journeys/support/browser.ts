import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type Page } from "playwright-core";

/** Chromium from the npm package, or the one of `CHROMIUM_PATH`. Needs neither root nor a display. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath:
      process.env["CHROMIUM_PATH"] ?? (await sparticuz.executablePath()),
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

/** No finding of axe, also on a phone; no sideways scrolling; one main heading. */
export async function expectAccessible(page: Page): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [wide.width, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const where = `${new URL(page.url()).pathname.replaceAll(/[\w-]{43}/g, "…")} at ${String(width)} px`;
    assert.equal(
      await page.evaluate(
        "Math.max(0, document.documentElement.scrollWidth - innerWidth)",
      ),
      0,
      `sideways scrolling on ${where}`,
    );
    await page.evaluate(axeSource);
    const findings = await page.evaluate<readonly Finding[]>(
      "axe.run().then(({ violations }) => violations)",
    );
    assert.deepEqual(
      findings.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      ),
      [],
      `axe on ${where}`,
    );
  }
  await page.setViewportSize(wide);
  assert.equal(
    await page.locator("h1").count(),
    1,
    `one main heading on ${page.url()}`,
  );
}
