// Started by tests: says its pid, waits, says why it was stopped.
import { whenAskedToStop } from "../when-asked-to-stop.ts";

const stayAlive = setInterval(() => undefined, 1000);
whenAskedToStop((reason) => {
  process.stdout.write(`stopped by ${reason}\n`);
  clearInterval(stayAlive);
  process.exitCode = 7;
});
process.stdout.write(
  `running as ${String(process.pid)} on ${process.version}\n`,
);
