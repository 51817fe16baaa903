import { readFile } from "node:fs/promises";
import { CommandError } from "./command-error.ts";

type Entered = {
  readonly file?: string;
  readonly set: readonly string[];
  readonly secret: readonly string[];
};

type Fields = Record<string, unknown>;

/** The settings of a provider from a file and single values; what they mean is checked by its protocol. */
export async function settingsFrom({
  file,
  set,
  secret,
}: Entered): Promise<{ configuration: Fields; secrets: Fields }> {
  const configuration = file === undefined ? {} : await readSettingsFile(file);
  for (const pair of set) await enter(configuration, pair);
  const secrets: Fields = {};
  for (const pair of secret) {
    const [name, value] = split(pair, "--secret");
    if (!value.startsWith("@"))
      throw new CommandError(
        `--secret ${name} must name a file: ${name}=@./file`,
      );
    secrets[name] = await readText(value.slice(1));
  }
  return { configuration, secrets };
}

async function readSettingsFile(file: string): Promise<Fields> {
  const text = await readText(file);
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === "object" && content && !Array.isArray(content))
      return { ...content };
  } catch {
    // Said below, as for any other content.
  }
  throw new CommandError(`--file ${file} must hold a JSON object.`);
}

/** `levels.loa-2=substantial`: the first dot leads into a group; the name behind it may hold dots and equals signs of its own. */
async function enter(configuration: Fields, pair: string): Promise<void> {
  const dot = pair.indexOf(".");
  const isGrouped = dot > 0 && dot < pair.indexOf("=");
  const separator = isGrouped ? pair.lastIndexOf("=") : pair.indexOf("=");
  if (separator < 1)
    throw new CommandError(`--set needs path=value, not "${pair}".`);
  const typed = pair.slice(separator + 1);
  const value = typed.startsWith("@") ? await readText(typed.slice(1)) : typed;
  if (!isGrouped) {
    configuration[pair.slice(0, separator)] = value;
    return;
  }
  const group = pair.slice(0, dot);
  const before = configuration[group];
  configuration[group] = {
    ...(typeof before === "object" ? before : {}),
    [pair.slice(dot + 1, separator)]: value,
  };
}

function split(pair: string, option: string): [string, string] {
  const separator = pair.indexOf("=");
  if (separator < 1)
    throw new CommandError(`${option} needs name=value, not "${pair}".`);
  return [pair.slice(0, separator), pair.slice(separator + 1)];
}

async function readText(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new CommandError(`${file} cannot be read.`);
  return text.trim();
}
