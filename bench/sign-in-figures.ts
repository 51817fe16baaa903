import { demoCitizens } from "../src/modules/accounts/demo/demo-people.ts";
import { demoAccountPassword } from "../src/modules/accounts/demo/seed-accounts-demo.ts";
import { signInWithPassword } from "../src/modules/accounts/use-cases/sign-in-with-password.ts";
import { installationTenantId } from "../src/main/services.ts";
import {
  hashPassword,
  isPasswordOf,
} from "../src/platform/crypto/password-hash.ts";
import { guest } from "../src/platform/testing/test-database.ts";
import type { Site } from "./site.ts";

export type SignInFigures = {
  /** Whole sign-ins with address and password, from counting the attempt to the new session. */
  readonly signInsPerSecond: number;
  /** What argon2id alone lets through on the same cores: the bound, chosen so that guessing is slow. */
  readonly hashesPerSecond: number;
};

/** As many at once as there are people of the demo; each signs in again and again. */
export async function signInFigures(
  site: Site,
  runs: number,
): Promise<SignInFigures> {
  const hash = await hashPassword(demoAccountPassword);
  const devices = new Map<string, string | undefined>();
  const context = site.services.contextFor({
    tenantId: await installationTenantId(site.services),
    actor: guest,
  });
  const signIn = async (email: string): Promise<void> => {
    const result = await signInWithPassword(context, {
      email,
      password: demoAccountPassword,
      clientAddress: "127.0.0.1",
      knownDevice: devices.get(email),
      portalTenantId: site.portal.tenantId,
      device: "Firefox, Linux",
    });
    if (!result.ok) throw new Error(`bench: ${result.refusal.kind}`);
    devices.set(email, result.value.knownDevice);
  };
  const verify = async (): Promise<void> => {
    if (!(await isPasswordOf(hash, demoAccountPassword)))
      throw new Error("bench: the password was refused");
  };
  await perSecond(demoCitizens.length, signIn);
  await perSecond(demoCitizens.length, verify);
  return {
    signInsPerSecond: await perSecond(runs, signIn),
    hashesPerSecond: await perSecond(runs, verify),
  };
}

async function perSecond(
  runs: number,
  work: (email: string) => Promise<void>,
): Promise<number> {
  const each = Math.ceil(runs / demoCitizens.length);
  const start = performance.now();
  await Promise.all(
    demoCitizens.map(async ({ email }) => {
      for (let run = 0; run < each; run += 1) await work(email);
    }),
  );
  return (each * demoCitizens.length * 1000) / (performance.now() - start);
}
