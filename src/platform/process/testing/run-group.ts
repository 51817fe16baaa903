// A group of small web servers, for tests: each answers with its process id. Arguments: port.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { isGroupMember, whenMemberIsToEnd } from "../group-member.ts";
import { GroupNotStarted, startProcessGroup } from "../process-group.ts";
import { whenAskedToStop } from "../when-asked-to-stop.ts";

const [, script = fileURLToPath(import.meta.url), port = "0"] = process.argv;
const workMs = 3;
const handOverMs = 300;

if (isGroupMember()) answer();
else await lead();

function answer(): void {
  let isLeaving = false;
  const server = createServer((_request, response) => {
    const until = performance.now() + workMs;
    while (performance.now() < until);
    response.shouldKeepAlive = !isLeaving;
    response.end(String(process.pid));
  });
  server.listen({ host: "127.0.0.1", port: Number(port) });
  whenMemberIsToEnd(() => {
    isLeaving = true;
    setTimeout(() => server.close(() => process.exit(0)), handOverMs);
  });
}

async function lead(): Promise<void> {
  const tell = (word: string) => {
    process.stdout.write(`${word}\n`);
  };
  try {
    const group = await startProcessGroup({
      script,
      arguments: [port],
      count: 2,
      onEvent: (event) => {
        tell(`${event.kind} ${String(event.processId)}`);
      },
    });
    whenAskedToStop(() => void group.stop().then(() => process.exit(0)), {
      onHangUp: () =>
        void group.renew().then(() => {
          tell("renewed");
        }),
    });
    tell(`ready ${String(group.port)}`);
  } catch (error) {
    if (!(error instanceof GroupNotStarted)) throw error;
    tell("not started");
    process.exit(1);
  }
}
