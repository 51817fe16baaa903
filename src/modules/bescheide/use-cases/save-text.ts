import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { namesLegalRemedy } from "../../postfach/index.ts";
import { fixedNames, unknownPlaceholders } from "../domain/placeholders.ts";
import {
  faultOfText,
  normaliseInput,
  type Text,
  type TextFault,
  type TextInput,
} from "../domain/text.ts";
import type { TextPorts } from "../ports.ts";
import * as store from "../store/text-store.ts";
import { listTexts } from "./list-texts.ts";

export type SaveTextInput = TextInput & {
  /** Of the text to change; undefined for a new one. A text of the installation gets one of this tenant that stands for it. */
  readonly id: string | undefined;
  /** The version that was shown; 0 for a new one. */
  readonly seenVersion: number;
};

export type SaveTextRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: TextFault }
  | { readonly kind: "name-taken" }
  /** Somebody else saved meanwhile; nothing was overwritten. */
  | { readonly kind: "changed-meanwhile" }
  | {
      readonly kind: "unknown-placeholders";
      readonly names: readonly string[];
    };

/**
 * Writes a text as a new version; what Bescheide were made of stays. Saving what is there already changes nothing. Refuses placeholders that
 * nothing stands behind.
 */
export async function saveText(
  context: Context,
  given: SaveTextInput,
  ports: TextPorts,
): Promise<Result<{ readonly id: string }, SaveTextRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("bescheid.texts")) return refuse({ kind: "not-permitted" });
  const input = normaliseInput(given);
  const fault = faultOfText(input, namesLegalRemedy);
  if (fault) return refuse({ kind: fault });
  const texts = await listTexts(context, ports);
  const before = texts.find(({ id }) => id === given.id);
  if (given.id !== undefined && !(isId(given.id) && before))
    return refuse({ kind: "not-found" });
  const unknown = await unknownIn(context, { input, texts }, ports);
  if (unknown.length > 0)
    return refuse({ kind: "unknown-placeholders", names: unknown });
  if (isTaken(texts, input, before)) return refuse({ kind: "name-taken" });
  const text = successorOf(before, input);
  return context.transaction(async (db) => {
    const stored = await store.findTextForUpdate(db, tenantId, text.id);
    if (stored && isSame(stored, input)) return ok({ id: text.id });
    if ((stored?.version ?? 0) !== text.version - 1 || isStale(before, given))
      return refuse({ kind: "changed-meanwhile" });
    await store.saveText(db, tenantId, { text, at: now, actorId: actor.id });
    await recordAudit(context, db, {
      action: "bescheid.text-saved",
      subject: { kind: "bescheid-text", id: text.id },
      details: { kind: text.kind, version: text.version },
    });
    return ok({ id: text.id });
  });
}

/** Takes a text of this tenant out of use; one of the installation that it stood for is used again. */
export async function removeText(
  context: Context,
  id: string,
): Promise<boolean> {
  const { actor, tenantId, now } = context;
  if (!actor.may("bescheid.texts") || !isId(id)) return false;
  return context.transaction(async (db) => {
    const stored = await store.findTextForUpdate(db, tenantId, id);
    if (!stored) return false;
    await store.archiveText(db, tenantId, { id, at: now });
    await recordAudit(context, db, {
      action: "bescheid.text-removed",
      subject: { kind: "bescheid-text", id },
    });
    return true;
  });
}

/** Own text: next version. Of the installation: the first of one that stands for it. */
function successorOf(
  before: Text | undefined,
  input: TextInput,
): Omit<Text, "isBase"> {
  if (!before) return { ...input, id: newId(), baseId: undefined, version: 1 };
  if (before.isBase)
    return { ...input, id: newId(), baseId: before.id, version: 1 };
  return { ...before, ...input, version: before.version + 1 };
}

function isStale(before: Text | undefined, { seenVersion }: SaveTextInput) {
  return before !== undefined && before.version !== seenVersion;
}

function isSame(stored: TextInput, input: TextInput): boolean {
  const parts = ["name", "leistungSlug", "subject", "body"] as const;
  return parts.every((part) => stored[part] === input[part]);
}

function isTaken(
  texts: readonly Text[],
  { kind, name }: TextInput,
  before: Text | undefined,
): boolean {
  return texts.some(
    (it) => it.kind === kind && it.name === name && it.id !== before?.id,
  );
}

async function unknownIn(
  context: Context,
  {
    input,
    texts,
  }: { readonly input: TextInput; readonly texts: readonly Text[] },
  ports: TextPorts,
): Promise<readonly string[]> {
  const { leistungSlug } = input;
  const answers =
    leistungSlug === undefined
      ? []
      : await ports.listAnswerLabels(context, leistungSlug);
  const modules = texts.filter(({ kind }) => kind === "module");
  return unknownPlaceholders(`${input.subject}\n${input.body}`, {
    names: [...fixedNames, ...answers],
    // A module brings no others along.
    modules: input.kind === "module" ? [] : modules.map(({ name }) => name),
  });
}
