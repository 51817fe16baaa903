// Started by tests as a process of its own, so that it can be killed:
//   use-database.ts portal|command <data folder> [folder with PostgreSQL programs]
// Prints each event as a line of JSON, then the address; stops when asked to.
import { whenAskedToStop } from "../../process/when-asked-to-stop.ts";
import {
  binariesIn,
  connectOrStartEmbeddedPostgres,
  startEmbeddedPostgres,
} from "../index.ts";

const [role, dataDir = "", programs] = process.argv.slice(2);
const say = (line: unknown) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const open =
  role === "portal" ? startEmbeddedPostgres : connectOrStartEmbeddedPostgres;

const opening = open({
  dataDir,
  onEvent: say,
  ...(programs === undefined ? {} : { binaries: binariesIn(programs) }),
});
// Before the database is there, so that a request during the start is not fatal.
const askedToStop = new Promise((resolve) => {
  whenAskedToStop(resolve);
});
const stayAlive = setInterval(() => undefined, 1000);
try {
  const database = await opening;
  const { address, processId, tookOver } = database;
  say({ kind: "ready", address, processId, tookOver });
  await askedToStop;
  await database.stop();
} catch (error) {
  const code = error instanceof Error && "code" in error ? error.code : "";
  say({ kind: "refused", code, message: String(error) });
}
clearInterval(stayAlive);
