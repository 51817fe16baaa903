import type { CheckReport, CheckStep } from "../../modules/delivery/index.ts";
import { createClient } from "./client.ts";
import { findEncryptionKey } from "./destination.ts";
import type { FitConnectOptions } from "./options.ts";
import { isAllowed, type Sender } from "./sender.ts";

/** Asks for a token and for the Zustellpunkt with its key: nothing is created. */
export async function check(
  sender: Sender,
  options: FitConnectOptions,
  signal: AbortSignal,
): Promise<CheckReport> {
  if (!isAllowed(sender, options))
    return [step("settings", false, "address-not-allowed")];
  const client = createClient(sender, options, signal);
  const { serviceIdentifier } = options;
  const key = await findEncryptionKey(client, {
    options,
    serviceIdentifier,
    now: sender.clock(),
  });
  if (key.ok)
    return [
      step("reachability", true, "answered"),
      step("credentials", true, "token-given"),
      step("settings", true, "destination-active"),
    ];
  const { kind, status } = key.refusal;
  if (kind === "unavailable")
    return [step("reachability", false, key.refusal.cause)];
  const isLogin = status !== undefined && [400, 401, 403].includes(status);
  return [
    step("reachability", true, "answered"),
    step(isLogin ? "credentials" : "settings", false, key.refusal.reason),
  ];
}

const step = (
  check: CheckStep["check"],
  passed: boolean,
  finding: string,
): CheckStep => ({ check, passed, finding });
