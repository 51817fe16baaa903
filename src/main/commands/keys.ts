import { Command } from "commander";
import {
  countByRingKey,
  rewrapTenantKeys,
} from "../../platform/crypto/rewrap-keys.ts";
import { generateKeyRing } from "../../platform/crypto/key-ring.ts";
import {
  listReplacements,
  type Replacement,
} from "../../platform/crypto/tenant-key-store.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { CommandError } from "./command-error.ts";
import { replaceDataKeys } from "./replace-data-keys.ts";
import type { Services } from "../services.ts";
import { labelOf, withServices } from "./with-services.ts";

/** `portal keys` */
export function keysCommand(): Command {
  return new Command("keys")
    .description("replace the keys of the installation (SECRET_KEYS)")
    .addCommand(
      new Command("new")
        .description("print a new key, to be put in front of SECRET_KEYS")
        .argument("<id>", "a name for it, e.g. 2027a")
        .action(printNew),
    )
    .addCommand(
      new Command("list")
        .description("tell which keys there are and what still needs them")
        .action(list),
    )
    .addCommand(
      new Command("rewrap")
        .description(
          "wrap the data keys of all authorities with the first key of SECRET_KEYS; the portal goes on meanwhile",
        )
        .addHelpText(
          "after",
          `
To replace a key:
  1. npm run portal -- keys new 2027a
  2. put it in front: SECRET_KEYS=2027a:…,2026a:… and restart all processes, one after the other
  3. npm run portal -- keys rewrap
  4. leave the old key in the ring as long as signatures made with it are to be verified (receipts, seals of the
     audit log) and back-ups from before are kept; a key that became known is taken out and what it signed is
     verified by the seals kept elsewhere (portal audit seals)`,
        )
        .action(rewrap),
    )
    .addCommand(replaceCommand());
}

function replaceCommand(): Command {
  return new Command("replace")
    .description(
      "make new data keys and let the worker encrypt all that is stored with them, files too; the portal goes on meanwhile",
    )
    .option(
      "--portal <host>",
      "of one authority only (betrieb: of the installation itself)",
    )
    .addHelpText(
      "after",
      `
For when a data key may have become known, or your rules want a new one after some time. The worker begins after five
minutes, when every process encrypts with the new key; uploads follow a day later, when the daily back-up holds it.
How far it is: npm run portal -- keys list
Older data keys stay, wrapped: back-ups, pages that are open in a browser and keyed hashes need them.`,
    )
    .action(replace);
}

function printNew(id: string): void {
  if (!/^[\w-]{1,40}$/u.test(id))
    throw new CommandError(
      "The name may have letters, digits, - and _, 40 at most.",
    );
  console.log(generateKeyRing(id));
}

async function list(): Promise<void> {
  await withServices(async (services) => {
    const { database, settings } = services;
    const ring = await loadKeyRing(settings);
    const counts = await countByRingKey(database);
    for (const [index, { id }] of ring.keys.entries())
      console.log(
        `${id}: ${index === 0 ? "wraps and signs; " : ""}${words(counts.get(id) ?? 0)}`,
      );
    const replacements = await database.unscoped(listReplacements);
    for (const line of replacementLines(replacements, await namesOf(services)))
      console.log(line);
    for (const [id, count] of counts)
      if (!ring.keys.some((key) => key.id === id))
        console.log(`${id}: MISSING in SECRET_KEYS; ${words(count)}`);
  });
}

const words = (count: number) =>
  count === 1
    ? "1 data key is wrapped with it"
    : `${String(count)} data keys are wrapped with it`;

async function rewrap(): Promise<void> {
  await withServices(async ({ database, settings }) => {
    const ring = await loadKeyRing(settings);
    const { rewrapped, unopened } = await rewrapTenantKeys(database, ring);
    console.log(`${String(rewrapped)} data keys wrapped anew.`);
    if (unopened.size > 0)
      throw new CommandError(
        `SECRET_KEYS lacks ${[...unopened].map(([id, count]) => `${id} (${String(count)} data keys)`).join(", ")}. Add it again, then run this once more.`,
      );
  });
}

/** When data keys were replaced last, and which are not finished. */
function replacementLines(
  replacements: readonly Replacement[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const underWay = replacements.filter(({ aloneSince }) => !aloneSince);
  const done = replacements.flatMap(({ aloneSince }) => aloneSince ?? []);
  const last = done
    .map((date) => date.toISOString())
    .toSorted()
    .at(-1);
  return [
    ...(last === undefined
      ? []
      : [
          `data keys of ${authorities(done.length)} were replaced, the last time finished at ${last}`,
        ]),
    ...underWay.map(
      ({ tenantId, version, madeAt }) =>
        `data key ${String(version)} of ${names.get(tenantId) ?? tenantId}, made at ${madeAt.toISOString()}: what is stored is still being encrypted with it`,
    ),
  ];
}

async function replace({
  portal,
}: {
  readonly portal?: string;
}): Promise<void> {
  await withServices(async (services) => {
    const { replaced, underWay } = await replaceDataKeys(services, portal);
    if (replaced > 0)
      console.log(
        `New data keys for ${authorities(replaced)}. In five minutes the worker begins to encrypt with them what is stored.`,
      );
    if (underWay > 0)
      throw new CommandError(
        `${authorities(underWay)} have no data key yet, or one that is still being replaced: see npm run portal -- keys list and failed jobs under /betrieb.`,
      );
  });
}

const authorities = (count: number) =>
  count === 1 ? "1 authority" : `${String(count)} authorities`;

/** How commands call the authorities, by tenant. */
async function namesOf({
  portals,
}: Services): Promise<ReadonlyMap<string, string>> {
  const all = await portals.list();
  return new Map(all.map((portal) => [portal.tenantId, labelOf(portal)]));
}
