import { get } from "node:http";

/** Fetches a page of a portal whole. Throws unless it is there. Node's resolver does not know `*.localhost`, so the name goes into the Host header. */
export function visit(
  port: number,
  { host, path }: { readonly host: string; readonly path: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers: { host } }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve();
        else
          reject(new Error(`bench: ${path} gave ${String(answer.statusCode)}`));
      });
    }).on("error", reject);
  });
}
