import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Asset } from "../../ui/asset.ts";
import { parseCookies } from "./cookies.ts";
import { parseThemeChoice, themeCookie } from "./darstellung-page.ts";
import { hostLabel } from "./host.ts";
import { chooseEncoding } from "./rendered-page.ts";
import { lookOf } from "./render-page.ts";
import type { WebEnvironment } from "./web-environment.ts";

/** `/assets/…`: style sheet, fonts, scripts, and each portal's own colour and crest. Immutable, because the name holds the content's hash. */
export function registerAssets(
  app: FastifyInstance,
  environment: WebEnvironment,
): void {
  app.get("/assets/darstellung.css", (request, reply) => {
    const choice = parseThemeChoice(
      parseCookies(request.headers.cookie, environment.publicScheme)[
        themeCookie.name
      ],
    );
    void reply.header("cache-control", "private, no-cache");
    return sendAsset({ request, reply }, environment.assets.theme(choice));
  });
  app.get("/assets/*", async (request, reply) => {
    const asset = await findAsset(environment, request);
    if (!asset) {
      reply.callNotFound();
      return reply;
    }
    void reply.header("cache-control", "public, max-age=31536000, immutable");
    return sendAsset({ request, reply }, asset);
  });
}

async function findAsset(
  environment: WebEnvironment,
  request: FastifyRequest,
): Promise<Asset | undefined> {
  const path = request.url.split("?", 1)[0] ?? "";
  const shared = environment.assets.find(path);
  if (shared) return shared;
  const label = hostLabel(request.headers.host, environment.publicBaseDomain);
  const portal =
    label === undefined ? undefined : await environment.findPortal(label);
  return portal && lookOf(portal).find(path);
}

function sendAsset(
  {
    request,
    reply,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  asset: Asset,
): FastifyReply {
  void reply.headers({
    "content-type": asset.contentType,
    etag: asset.etag,
    vary: "accept-encoding",
  });
  if (request.headers["if-none-match"] === asset.etag)
    return reply.code(304).send();
  const { body, encoding } = bestForm(
    asset,
    request.headers["accept-encoding"],
  );
  if (encoding) void reply.header("content-encoding", encoding);
  return reply.send(body);
}

function bestForm(
  asset: Asset,
  accepted: string | string[] | undefined,
): { body: Buffer; encoding?: string } {
  const encoding = chooseEncoding(accepted, asset.body.length);
  const packed = bodyIn(asset, encoding);
  return packed ? { body: packed, encoding } : { body: asset.body };
}

function bodyIn(asset: Asset, encoding: string): Buffer | undefined {
  if (encoding === "br") return asset.brotli();
  return encoding === "identity" ? undefined : asset.gzip();
}
