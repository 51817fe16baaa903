/** A web process on the database that it is told of, a standby: it answers, and does nothing that would have to write when it starts. */
import { connectCommandServer } from "../../../src/main/connect-server.ts";
import { collectModules } from "../../../src/main/modules.ts";
import { openServices } from "../../../src/main/services.ts";
import { openWeb } from "../../../src/main/web.ts";
import { settingsOfProcess } from "../../../src/platform/config/settings.ts";
import { createLogger } from "../../../src/platform/logging/logger.ts";

const settings = settingsOfProcess();
const logger = createLogger("error");
const { address, directAddress } = await connectCommandServer(settings, logger);
const services = await openServices({
  settings,
  logger,
  address,
  directAddress,
});
const web = await openWeb({ services, modules: collectModules(services) });
await web.listen({ port: settings.port, host: settings.host });
