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

const stayAlive = setInterval(() => undefined, 1000);
try {
  const database = await open({
    dataDir,
    onEvent: say,
    ...(programs === undefined ? {} : { binaries: binariesIn(programs) }),
  });
  whenAskedToStop(() => {
    clearInterval(stayAlive);
    void database.stop();
  });
  const { address, processId, tookOver } = database;
  say({ kind: "ready", address, processId, tookOver });
} catch (error) {
  clearInterval(stayAlive);
  const code = error instanceof Error && "code" in error ? error.code : "";
  say({ kind: "refused", code, message: String(error) });
}
