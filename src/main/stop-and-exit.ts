import type { Services } from "./services.ts";

/** Longest time running requests and jobs get to finish, once proxies have turned away. */
const stopTimeoutMs = 30_000;

/** Ends the process by 0 when all was finished in time, by 1 otherwise. */
export async function stopAndExit(
  { settings, logger }: Pick<Services, "settings" | "logger">,
  stop: () => Promise<unknown>,
): Promise<void> {
  const tooLate = setTimeout(() => {
    process.exit(1);
  }, settings.drainMs + stopTimeoutMs);
  tooLate.unref();
  try {
    await stop();
    process.exit(0);
  } catch (error) {
    logger.error({ error }, "could not stop cleanly");
    process.exit(1);
  }
}
