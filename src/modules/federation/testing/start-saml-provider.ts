import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { makeRsaKey } from "../../../platform/saml/testing/make-certificate.ts";

export type RunningSamlProvider = {
  readonly origin: string;
  readonly metadataAddress: string;
  stop(): Promise<void>;
};

/** Starts the identity provider in a process of its own. It reads our metadata when somebody signs in. */
export async function startSamlProvider(where: {
  readonly port: number;
  readonly portalMetadata: string;
}): Promise<RunningSamlProvider> {
  const { privateKey, certificate } = makeRsaKey();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("./saml-identity-provider.ts", import.meta.url)),
      JSON.stringify({
        ...where,
        certificate,
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
      }),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(child.stdout, "data");
  const origin = `http://localhost:${String(where.port)}`;
  return {
    origin,
    metadataAddress: `${origin}/metadata`,
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}
