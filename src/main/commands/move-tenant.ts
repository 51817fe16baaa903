import { Command } from "commander";
import { exportTenant } from "../../platform/backup/export-tenant.ts";
import { importTenant } from "../../platform/backup/import-tenant.ts";
import {
  changePortal,
  findAuthorityByHost,
} from "../../modules/tenants/index.ts";
import { settingsOfProcess } from "../../platform/config/settings.ts";
import { bucketOf, filesFolder } from "../file-store.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { systemActor, type Services } from "../services.ts";
import { tenantParts } from "../tenant-parts.ts";
import { migrationsFolder } from "../migrations-folder.ts";
import {
  describe,
  expected,
  readIdentity,
  tell,
  withServer,
} from "./backup-help.ts";
import { CommandError } from "./command-error.ts";
import { requirePortal, withServices } from "./with-services.ts";

/** `portal tenant close` */
export function closeTenantCommand(): Command {
  return new Command("close")
    .description(
      "take a portal from the net; what is stored stays, what waits in the queue goes on",
    )
    .argument("<portal>", "host label of the authority, e.g. grabow")
    .action((host: string) => change(host, "portal.closed"));
}

/** `portal tenant open` */
export function openTenantCommand(): Command {
  return new Command("open")
    .description("put a closed portal on the net again")
    .argument("<portal>", "host label of the authority, e.g. grabow")
    .action((host: string) => change(host, "portal.opened"));
}

function change(host: string, to: "portal.closed" | "portal.opened") {
  return withServices(async (services) => {
    const { context, name } = await requireAuthority(services, host);
    await changePortal(context, to);
    console.log(`${name}: ${to.slice("portal.".length)}`);
  });
}

/** An authority of this installation, its portal closed or not. */
async function requireAuthority(services: Services, host: string) {
  const found =
    host === ""
      ? undefined
      : await services.database.unscoped((db) => findAuthorityByHost(db, host));
  if (!found)
    throw new CommandError(
      host === "betrieb"
        ? "The installation itself cannot move or close: back it up, or stop it."
        : `There is no authority with the host label "${host}".`,
    );
  const { tenantId: id, name } = found;
  const context = services.contextFor({ tenantId: id, actor: systemActor });
  return { id, name, context };
}

/** `portal tenant export` */
export function exportTenantCommand(): Command {
  return new Command("export")
    .description(
      "write everything of one authority into a new folder, to be brought into another installation",
    )
    .argument("<portal>", "host label of the authority, e.g. grabow")
    .argument("<folder>", "becomes the export; must not be there yet")
    .requiredOption(
      "--recipient <key>",
      "public age key it is encrypted for; may be given several times",
      (key: string, keys: readonly string[] | undefined) => [
        ...(keys ?? []),
        key,
      ],
    )
    .addHelpText(
      "after",
      `
The portal goes on and keeps what it has. The keys of the authority are in the export, so it is always encrypted;
"portal backup key" makes a pair of keys. What it holds and what stays: docs/operation/move-an-authority.md

Example:
  npm run portal -- tenant export grabow /srv/grabow --recipient age1…`,
    )
    .action(writeExport);
}

/** `portal tenant import` */
export function importTenantCommand(): Command {
  return new Command("import")
    .description(
      "bring an exported authority into this installation, beside those that are here",
    )
    .argument("<folder>", "folder of the export")
    .requiredOption("--identity <file>", "file with the private age key")
    .option("--parent <host>", "portal of the authority above, e.g. lup")
    .option(
      "--without-jobs",
      "leave out what waits to be delivered or mailed: for a copy to look at",
    )
    .addHelpText(
      "after",
      `
Both installations run the same version. Nothing is changed when anything does not fit.

Example:
  npm run portal -- tenant import /srv/grabow --identity grabow.key --parent lup`,
    )
    .action(readExport);
}

async function writeExport(
  host: string,
  folder: string,
  { recipient: recipients }: { readonly recipient: readonly string[] },
): Promise<void> {
  const settings = settingsOfProcess();
  const { id, name } = await withServices(async (services) => {
    const found = await requireAuthority(services, host);
    await changePortal(found.context, "portal.exported");
    return found;
  });
  const ring = await loadKeyRing(settings);
  const { manifest } = await withServer(({ directAddress: address }) =>
    expected(() =>
      exportTenant({
        address,
        ring,
        folder,
        recipients,
        tenant: { id, name, host },
        parts: tenantParts,
        filesFolder: filesFolder(settings),
        onProgress: tell,
      }),
    ),
  );
  console.log(`${folder}: ${name}, ${describe(manifest)}`);
  if (bucketOf(settings))
    console.log(
      `Uploads lie in a bucket and are not in it: copy what begins with ${id}/ to the other bucket.`,
    );
}

async function readExport(
  folder: string,
  options: {
    readonly identity: string;
    readonly parent?: string;
    readonly withoutJobs?: true;
  },
): Promise<void> {
  const settings = settingsOfProcess();
  const identity = await readIdentity(options.identity);
  const ring = await loadKeyRing(settings);
  const { parent } = options;
  // Brings the schema up to date, too.
  const parentId = await withServices(async (services) =>
    parent === undefined
      ? undefined
      : (await requirePortal(services, parent)).tenantId,
  );
  const manifest = await withServer(({ directAddress: address }) =>
    expected(() =>
      importTenant({
        address,
        folder,
        identity,
        ring,
        migrationsFolder,
        filesFolder: filesFolder(settings),
        without: options.withoutJobs ? ["jobs.job"] : [],
        parentId,
        onProgress: tell,
      }),
    ),
  );
  await withServices(async (services) => {
    const { context } = await requireAuthority(
      services,
      manifest.tenant?.host ?? "",
    );
    await changePortal(context, "portal.imported");
  });
  console.log(
    `imported: ${manifest.tenant?.name ?? ""}, ${describe(manifest)}`,
  );
  console.log(
    `Its portal is as it was exported. If it was closed then: npm run portal -- tenant open ${manifest.tenant?.host ?? ""}`,
  );
}
