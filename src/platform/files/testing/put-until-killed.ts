import { randomBytes, randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { directoryFileStore } from "../directory-file-store.ts";
import { singleTenantCipher } from "./single-tenant-cipher.ts";

// Stores files until it is killed, and says each one only after the store has confirmed it.
const [root = "", tenantId = ""] = process.argv.slice(2);
const store = directoryFileStore(root);
const cipher = singleTenantCipher(tenantId);

async function storeForever(): Promise<never> {
  for (;;) {
    const key = { tenantId, fileId: randomUUID() };
    const { sha256 } = await store.put(someContent(), key, cipher);
    writeSync(1, `${key.fileId} ${sha256}\n`);
  }
}

async function* someContent(): AsyncGenerator<Buffer> {
  for (let chunk = 0; chunk < 20; chunk++) {
    yield await Promise.resolve(randomBytes(50_000));
  }
}

await Promise.all([storeForever(), storeForever(), storeForever()]);
