/** Reads one form in a process that has read none before; prints the processor time of the thread that reads, in ms: what one waits for. */
import { readFileSync } from "node:fs";
import { readFormDocument } from "../src/modules/forms/import/read-form-document.ts";

const [schema = "", ...lists] = process.argv.slice(2);
const documentAt = (path: string) => ({
  name: path,
  content: readFileSync(path),
});
const documents = {
  schema: documentAt(schema),
  codeLists: lists.map(documentAt),
  missingCodeLists: "as-text" as const,
};
const before = process.threadCpuUsage();
const read = readFormDocument(documents);
const { user, system } = process.threadCpuUsage(before);
if (!read.ok) throw new Error("bench: the form was refused");
console.log((user + system) / 1000);
