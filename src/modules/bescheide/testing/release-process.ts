// Started by release-bescheid.test.ts as a process of its own: carries a release out, and kills itself with -9 at one of its moments.
import { openContext } from "../../../platform/context/open-context.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../../../platform/crypto/open-tenant-ciphers.ts";
import type { DatabaseAddress } from "../../../platform/database/database.ts";
import { openDatabase } from "../../../platform/database/open-database.ts";
import { createPdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { guest } from "../../../platform/testing/test-database.ts";
import { finishRelease } from "../use-cases/finish-release.ts";
import {
  bescheideWorld,
  portsWithMoments,
  today,
} from "./bescheide-fixtures.ts";

const given = JSON.parse(process.argv[2] ?? "") as {
  readonly address: DatabaseAddress;
  readonly ring: string;
  readonly folder: string;
  readonly tenantId: string;
  readonly id: string;
  readonly dieAt: number;
};
const database = await openDatabase(given.address, { maxConnections: 4 });
const ciphers = openTenantCiphers(database, parseKeyRing(given.ring));
const contextFor = ({ tenantId }: { readonly tenantId: string }) =>
  openContext(
    { database, ciphers },
    { tenantId, actor: guest, now: today, locale: "de", correlationId: "" },
  );
const { ports } = await bescheideWorld(
  { contextFor },
  createPdfCompiler(),
  given.folder,
);
const moments = { passed: 0 };
const step = () => {
  moments.passed += 1;
  if (moments.passed === given.dieAt) process.kill(process.pid, "SIGKILL");
};
const { signal } = new AbortController();
const released = await finishRelease(
  contextFor(given),
  { id: given.id, signal },
  portsWithMoments(ports, step),
);
if (!released.ok) throw new Error(released.refusal.kind);
step();
process.exit();
