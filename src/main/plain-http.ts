import type { Settings } from "../platform/config/settings.ts";

/** Without TLS nothing leaves this machine, and in production nothing at all. */
export function plainHttpIn({
  environment,
}: Settings): "never" | "to-this-machine" {
  return environment === "production" ? "never" : "to-this-machine";
}
