/**
 * Renders sample pages of the design system and photographs them: `node scripts/preview-ui.ts <folder>`.
 * For people who change src/ui: look at the pictures, read the findings of axe.
 */
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";
import { loadAssets } from "../src/ui/assets.ts";
import { samplePages } from "./preview-ui/pages.ts";
import { servePreview } from "./preview-ui/server.ts";

const views = [
  { name: "phone", width: 360, height: 740 },
  { name: "desktop", width: 1280, height: 900 },
] as const;

const folder = process.argv[2] ?? "preview";
await mkdir(folder, { recursive: true });
const assets = await loadAssets();
const server = await servePreview(assets);
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  for (const page of samplePages) await photograph(browser, page.path);
} finally {
  await browser.close();
  server.close();
}

async function photograph(open: Browser, pagePath: string): Promise<void> {
  const name = pagePath === "/" ? "start" : pagePath.slice(1);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const view of views) {
      const page = await open.newPage({ viewport: view, colorScheme });
      let bytes = 0;
      let requests = 0;
      page.on("requestfinished", (request) => {
        requests += 1;
        void request.sizes().then((sizes) => {
          bytes += sizes.responseBodySize + sizes.responseHeadersSize;
        });
      });
      await page.goto(`http://localhost:${String(port())}${pagePath}`, {
        waitUntil: "networkidle",
      });
      const file = `${name}-${view.name}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(folder, file), fullPage: true });
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - innerWidth",
      );
      await page.evaluate(
        await readFile("node_modules/axe-core/axe.min.js", "utf8"),
      );
      const findings: unknown = await page.evaluate(
        "axe.run().then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes.map(({html, failureSummary}) => html.slice(0, 120) + failureSummary.slice(0,300)).join(' | ')}`))",
      );
      console.log(file, { requests, bytes, overflow, findings });
      await page.close();
    }
  }
}

function port(): number {
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("preview: the server has no port");
  return address.port;
}
