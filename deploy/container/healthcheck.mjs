// Asks the process of this container whether it lives; for engines without probes of their own (Kubernetes has them).
import { get } from "node:http";

const port = process.env.PORT || "8080";
const request = get(
  { host: "127.0.0.1", port, path: "/healthz", timeout: 4000 },
  (response) => {
    response.resume();
    process.exitCode = response.statusCode === 200 ? 0 : 1;
  },
);
request.on("timeout", () => request.destroy(new Error("no answer in 4 s")));
request.on("error", (error) => {
  process.stderr.write(`healthcheck: ${error.message}\n`);
  process.exitCode = 1;
});
