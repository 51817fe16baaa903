import { createServer, type Server, type ServerResponse } from "node:http";
import type { Asset } from "../../src/ui/asset.ts";
import type { Assets } from "../../src/ui/assets.ts";
import { tenantAssets } from "../../src/ui/tenant-assets.ts";
import type { LayoutProps } from "../../src/shell/web/layout-props.ts";
import { renderLayout } from "../../src/shell/web/layout.ts";
import { samplePages } from "./pages.ts";
import { samplePortal } from "./portal.ts";

// The portal's own policy, so that the pictures show what it would block.
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'";

const tenant = tenantAssets(samplePortal);

/** Serves the sample pages and their assets on a free port of this machine. */
export function servePreview(assets: Assets): Promise<Server> {
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const asset = findAsset(assets, path);
    const sample = samplePages.find((page) => page.path === path);
    if (asset) sendAsset(response, asset);
    else if (sample) sendPage(response, renderLayout(layoutOf(assets, sample)));
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => {
    server.listen(0, () => {
      resolve(server);
    });
  });
}

function findAsset(assets: Assets, path: string): Asset | undefined {
  if (path === "/assets/darstellung.css") return assets.theme("system");
  return assets.find(path) ?? tenant.find(path);
}

function sendAsset(response: ServerResponse, asset: Asset): void {
  const encoding = asset.brotli ? { "content-encoding": "br" } : {};
  response
    .writeHead(200, { "content-type": asset.contentType, ...encoding })
    .end(asset.brotli ?? asset.body);
}

function sendPage(response: ServerResponse, body: string): void {
  response
    .writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy,
    })
    .end(body);
}

function layoutOf(
  assets: Assets,
  sample: (typeof samplePages)[number],
): LayoutProps {
  return {
    portal: samplePortal,
    locale: "de",
    baseUrl: "http://musterstadt.example",
    scripts: [],
    section: undefined,
    layout: "reading",
    assets: {
      url: (name) => assets.url(name),
      tenant: {
        stylesheetUrl: tenant.stylesheet.path,
        crestUrl: tenant.crest.path,
      },
    },
    ...sample,
  };
}
