import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Finding } from "../../compare.ts";
import {
  startProviderPeer,
  type ProviderPeer,
} from "../peers/provider-peer.ts";
import { keepSigningIn, type SignIns } from "./sign-ins.ts";
import { openApartStage, type ApartStage } from "./stage.ts";

/** The same with a service that people sign in by. */
export type ProviderStage = ApartStage & {
  readonly provider: ProviderPeer;
  readonly signIns: SignIns;
};

export async function openProviderStage(
  folder: string,
): Promise<ProviderStage> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const stage = await openApartStage(folder);
    stops.push(() => stage.stop());
    const { installation } = stage;
    const provider = await startProviderPeer(
      `${installation.baseUrl("")}/anmelden/rueckkehr/oidc/land`,
    );
    stops.push(() => provider.stop());
    const secretFile = path.join(folder, "client-secret");
    await writeFile(secretFile, provider.clientSecret);
    await installation.command([
      ...["identity-provider", "add", "land", "--kind", "oidc"],
      ...["--name", "Servicekonto MV", "--level", "substantial"],
      ...["--description", "Das Konto des Landes."],
      ...["--set", `issuer=${provider.issuer}`, "clientId=openrathaus"],
      ...["levels.loa-2=substantial", "attributes.familyName=family_name"],
      ...["--secret", `clientSecret=@${secretFile}`],
    ]);
    const signIns = keepSigningIn(installation);
    stops.push(() => signIns.stop());
    return { ...stage, provider, signIns, stop };
  } catch (error) {
    await stop().catch((after: unknown) => {
      console.error("drill: could not be cleared away:", after);
    });
    throw error;
  }
}

/** Patience of a person; the portal gives up on a provider before. */
const longestMs = 15_000;

/** Whoever the portal could not let in was told so, soon, and by a page. */
export function findUntoldSignIns({ signIns }: ProviderStage): Finding {
  const { all } = signIns;
  return {
    promise:
      "whoever comes to sign in is let in, or told by a page within 15 s that it does not go",
    counted: all.length,
    broken: all
      .filter(
        ({ outcome, slowestMs }) =>
          outcome === "broken" || slowestMs > longestMs,
      )
      .map(
        ({ outcome, slowestMs, detail }) =>
          `${outcome} after ${String(Math.round(slowestMs))} ms: ${detail}`,
      ),
  };
}
