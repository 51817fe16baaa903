import { Command } from "commander";
import {
  countByRingKey,
  rewrapTenantKeys,
} from "../../platform/crypto/rewrap-keys.ts";
import { generateKeyRing } from "../../platform/crypto/key-ring.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { CommandError } from "./command-error.ts";
import { withServices } from "./with-services.ts";

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
    );
}

function printNew(id: string): void {
  if (!/^[\w-]{1,40}$/u.test(id))
    throw new CommandError(
      "The name may have letters, digits, - and _, 40 at most.",
    );
  console.log(generateKeyRing(id));
}

async function list(): Promise<void> {
  await withServices(async ({ database, settings }) => {
    const ring = await loadKeyRing(settings);
    const counts = await countByRingKey(database);
    for (const [index, { id }] of ring.keys.entries())
      console.log(
        `${id}: ${index === 0 ? "wraps and signs; " : ""}${words(counts.get(id) ?? 0)}`,
      );
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
