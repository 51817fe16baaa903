import { Command } from "commander";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { seedDemo } from "../demo.ts";
import { seedDemoCompany } from "../demo/seed-company.ts";
import { CommandError } from "./command-error.ts";
import { withServices } from "./with-services.ts";

/** `portal seed demo` */
export function seedDemoCommand(): Command {
  return new Command("demo")
    .description(
      "sow demo authorities, services, forms and logins; twice changes nothing; refused in production",
    )
    .action(async () => {
      if (settingsOfProcess().environment === "production") {
        throw new CommandError(
          "Demo data has public passwords and is not sown in production (NODE_ENV). Use: npm run portal -- tenant add --help",
        );
      }
      await withServices(async (services) => {
        await seedDemo(services);
        await seedDemoCompany(services);
      });
      console.log("Demo data is there.");
    });
}
