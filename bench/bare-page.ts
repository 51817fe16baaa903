/** The limit for a public page: `node:http` that sends one Buffer. */
import { createServer } from "node:http";
import type { BarePage } from "./bare-answers.ts";

process.once("message", (message) => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see public-page.ts
  const { headers, body } = message as BarePage;
  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(body);
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});
process.once("disconnect", () => process.exit());
