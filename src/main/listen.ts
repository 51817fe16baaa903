import type { FastifyInstance } from "fastify";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Settings } from "../platform/config/settings.ts";

type Address = Pick<Settings, "port" | "host">;

/** Opens the port. Throws `SettingsError` where another setting is the cure. */
export async function listen(
  web: FastifyInstance,
  { port, host }: Address,
): Promise<void> {
  try {
    await web.listen({ port, host });
  } catch (error) {
    throw whyNotListening(error, { port, host }) ?? error;
  }
}

/** What is to be changed where an address cannot be listened on; undefined: nobody knows. */
export function whyNotListening(
  error: unknown,
  { port, host }: Address,
): SettingsError | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return new SettingsError(
        `PORT ${String(port)} is in use by another program. Example: PORT=8081`,
        { cause: error },
      );
    case "EACCES":
      return new SettingsError(
        `PORT ${String(port)} needs rights that this user does not have. Example: PORT=8080`,
        { cause: error },
      );
    case "ENOTFOUND":
    case "EADDRNOTAVAIL":
      return new SettingsError(
        `HOST "${host}" is no address of this machine. Example: HOST=localhost`,
        { cause: error },
      );
    default:
      return undefined;
  }
}
