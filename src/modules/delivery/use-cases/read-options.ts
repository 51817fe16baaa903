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

/** Parses options as the port says: with the tenant set by us, whatever was entered for it. */
export function parseOptions(
  context: Context,
  connector: Connector,
  options: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fields: readonly string[] } {
  try {
    const input = { ...options, tenantId: context.tenantId };
    return { ok: true, value: connector.parseOptions(input) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const fields = error.issues.map((issue) => String(issue.path[0] ?? ""));
    return { ok: false, fields: [...new Set(fields)] };
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
