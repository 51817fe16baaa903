import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { Connector } from "../domain/connector.ts";
import { isSecret } from "../domain/option-field.ts";
import { optionsPurpose } from "../domain/destination.ts";

type EncryptedOptions = {
  readonly destinationId: string;
  readonly encryptedOptions: Buffer;
};

const entered = z.record(z.string(), z.unknown());

/** Decrypts a destination's options as they were entered. */
export async function readEntered(
  context: Context,
  { destinationId, encryptedOptions }: EncryptedOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await context.cipher.decrypt(
    encryptedOptions,
    optionsPurpose(destinationId),
  );
  return entered.parse(JSON.parse(text.toString()));
}

/** Decrypts and parses a destination's options; undefined when the connector does not accept them (any more). */
export async function readOptions(
  context: Context,
  stored: EncryptedOptions,
  connector: Connector,
): Promise<{ parsed: unknown } | undefined> {
  const options = await readEntered(context, stored);
  const parsed = parseOptions(context, connector, options);
  return parsed.ok ? { parsed: parsed.value } : undefined;
}

/** Why an option does not fit, by its name: a code in kebab-case, where the connector says one. */
export type OptionReasons = Readonly<Record<string, string>>;

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** Parses options as the port says: with the tenant set by us, whatever was entered for it. */
export function parseOptions(
  context: Context,
  connector: Connector,
  options: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly fields: readonly string[];
      readonly reasons: OptionReasons;
    } {
  try {
    const input = { ...options, tenantId: context.tenantId };
    return { ok: true, value: connector.parseOptions(input) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map((issue) => String(issue.path[0] ?? ""));
    const reasons = error.issues
      .filter(({ code, message }) => code === "custom" && kebab.test(message))
      .map(({ path, message }): [string, string] => [
        String(path[0] ?? ""),
        message,
      ]);
    return {
      ok: false,
      fields: [...new Set(fields)],
      reasons: Object.fromEntries(reasons),
    };
  }
}

/** Options that are write-only. */
export const secretNames = (connector: Connector): ReadonlySet<string> =>
  new Set(
    connector
      .describe("de")
      .fields.filter(isSecret)
      .map(({ name }) => name),
  );
