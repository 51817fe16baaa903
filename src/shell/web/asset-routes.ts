import type { FastifyInstance } from "fastify";
import { chooseEncoding } from "./rendered-page.ts";
import type { ServedAsset, WebEnvironment } from "./web-environment.ts";

/** `/assets/…`: the same on every host, immutable because the name holds the content's hash. */
export function registerAssets(
  app: FastifyInstance,
  environment: WebEnvironment,
): void {
  app.get("/assets/*", (request, reply) => {
    const asset = environment.findAsset(request.url.split("?", 1)[0] ?? "");
    if (!asset) return reply.callNotFound();
    void reply
      .header("content-type", asset.contentType)
      .header("etag", asset.etag)
      .header("vary", "accept-encoding")
      .header(
        "cache-control",
        asset.immutable
          ? "public, max-age=31536000, immutable"
          : "public, max-age=0, must-revalidate",
      );
    if (request.headers["if-none-match"] === asset.etag)
      return reply.code(304).send();
    const { body, encoding } = bestForm(
      asset,
      request.headers["accept-encoding"],
    );
    if (encoding) void reply.header("content-encoding", encoding);
    return reply.send(body);
  });
}

function bestForm(
  asset: ServedAsset,
  accepted: string | string[] | undefined,
): { body: Buffer; encoding?: string } {
  const encoding = chooseEncoding(accepted, asset.body.length);
  if (encoding === "br" && asset.brotli)
    return { body: asset.brotli, encoding };
  if (encoding !== "identity" && asset.gzip)
    return { body: asset.gzip, encoding: "gzip" };
  return { body: asset.body };
}
