/** For the control of the power cut: runs the embedded database of a data folder with fsync off until it is killed. */
import { connectOrStartEmbeddedPostgres } from "../../../src/platform/embedded-postgres/index.ts";

const [, , dataDir = ""] = process.argv;
await connectOrStartEmbeddedPostgres({ dataDir, insecureWithoutFsync: true });
console.log("ready");
setInterval(() => undefined, 60_000);
