// A delivery service as a process of its own: `node bin/node24.mjs src/connectors/fit-connect/testing/local-service-process.ts [port]`. Prints what a
// destination needs, then obeys lines on its input: `accept <case>`, `reject <case>`, `advance <days>`, `fail <status>`.
import { createInterface } from "node:readline";
import { makeLocalKeys } from "./local-keys.ts";
import { startLocalService } from "./local-service.ts";
import { optionsFor } from "./options-for.ts";

const port = Number(process.argv[2] ?? 0);
const service = await startLocalService(await makeLocalKeys(), { port });
const { tenantId: _, ...options } = optionsFor(service);
const say = (value: unknown) =>
  process.stdout.write(`${JSON.stringify(value)}\n`);
say(options);

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, word = ""] = line.trim().split(/\s+/);
  if (verb === "accept" || verb === "reject")
    await service.say(`${verb}-submission`, { caseId: word });
  else if (verb === "advance") await service.advance(Number(word) * 86_400_000);
  else if (verb === "fail")
    service.faults.push({ on: /./, then: { status: Number(word) } });
  const cases = [...service.cases.values()].map(
    ({ caseId, submission, log }) => ({
      caseId,
      isSubmitted: submission !== undefined,
      events: log.length,
    }),
  );
  say({ done: verb, cases });
}
await service.stop();
