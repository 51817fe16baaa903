import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { format } from "oxfmt";
import { z } from "zod";
import { style } from "../../oxfmt.config.ts";

/** What one part of the bench found, to be kept in the documentation. */
export type Report = {
  /** Of the part; also of its place in `performance.md`. */
  readonly name: string;
  /** Markdown, made anew each time. */
  readonly text: string;
  readonly figures: unknown;
  /** By file name. */
  readonly plots: Readonly<Record<string, string>>;
};

/** Puts text, figures and plots where they belong below `docs/`, and leaves what other parts wrote. */
export async function writeReport(
  docs: string,
  { name, text, figures, plots }: Report,
): Promise<void> {
  for (const [file, plot] of Object.entries(plots)) {
    const path = join(docs, "performance", file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, plot);
  }
  const page = join(docs, "performance.md");
  const written = replacePart(await readFile(page, "utf8"), name, text);
  await writeFormatted(page, written);
  const all = await readKept(docs);
  const next = { ...all, [name]: { ...machine(), figures } };
  const path = join(docs, "performance.json");
  await writeFormatted(path, JSON.stringify(next));
}

async function writeFormatted(path: string, text: string): Promise<void> {
  await writeFile(path, (await format(path, text, style)).code);
}

/** The figures of a part as they were written last. */
export async function readFigures(
  docs: string,
  name: string,
): Promise<unknown> {
  const part = (await readKept(docs))[name];
  return z.object({ figures: z.unknown() }).safeParse(part).data?.figures;
}

async function readKept(docs: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(docs, "performance.json"), "utf8").catch(
    () => "{}",
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** What stands between the marks of a part; without marks it goes to the end. */
export function replacePart(page: string, name: string, text: string): string {
  const begin = `<!-- bench ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const part = `${begin}\n\n${text.trim()}\n\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  return from < 0 || to < from
    ? `${page.trimEnd()}\n\n${part}\n`
    : page.slice(0, from) + part + page.slice(to + end.length);
}

/** Where and when it was measured. */
export function machine(): Readonly<Record<string, string>> {
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    processor: `${String(cpus().length)} × ${cpus()[0]?.model ?? "unknown"}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    node: process.version,
    system: process.platform,
  };
}

/** As a table in Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}
