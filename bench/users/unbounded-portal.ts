/** A web process in which every request begins at once, however many there are: the control of the figures on overload. */
import { collectModules } from "../../src/main/modules.ts";
import { openServices } from "../../src/main/services.ts";
import { openWeb } from "../../src/main/web.ts";
import { settingsOfProcess } from "../../src/platform/config/settings.ts";
import { connectCommandServer } from "../../src/main/connect-server.ts";
import { createLogger } from "../../src/platform/logging/logger.ts";

const settings = settingsOfProcess();
const logger = createLogger("error");
const server = await connectCommandServer(settings, logger);
const services = await openServices({
  settings,
  logger,
  address: server.address,
  // As `start web` has.
  databaseOptions: { maxConnections: 16 },
});
const web = await openWeb({
  services,
  modules: collectModules(services),
  turns: {
    wait: () => Promise.resolve(),
    waiting: () => 0,
    close: () => undefined,
  },
});
await web.listen({ port: settings.port, host: settings.host });
process.once("SIGTERM", () => {
  process.exit(0);
});
