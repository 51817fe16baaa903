import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  faultOfLabelName,
  labelChange,
  normaliseLabelName,
  type Label,
  type LabelColour,
  type LabelFault,
} from "../domain/label.ts";
import {
  changeLabelsOf,
  deleteLabel,
  insertLabel,
  countLabelUses,
  listLabels,
  updateLabel,
} from "../store/label-store.ts";
import { withVorgang, type VorgangRefusal } from "./with-vorgang.ts";

export type LabelRefusal =
  | VorgangRefusal
  | { readonly kind: LabelFault }
  | { readonly kind: "label-name-taken" };

/** The authority's labels with how many Vorgänge have them. Needs `label.manage`. */
export async function readLabels(
  context: Context,
): Promise<
  Result<
    readonly (Label & { readonly uses: number })[],
    { readonly kind: "not-permitted" }
  >
> {
  if (!context.actor.may("label.manage"))
    return refuse({ kind: "not-permitted" });
  const { tenantId } = context;
  const [labels, uses] = await context.read((db) =>
    Promise.all([listLabels(db, tenantId), countLabelUses(db, tenantId)]),
  );
  return ok(
    labels.map((label) => ({ ...label, uses: uses.get(label.id) ?? 0 })),
  );
}

/** The labels a caseworker may set on Vorgänge. Needs `vorgang.edit`. */
export async function readLabelsToSet(
  context: Context,
): Promise<Result<readonly Label[], { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("vorgang.edit"))
    return refuse({ kind: "not-permitted" });
  return ok(await context.read((db) => listLabels(db, context.tenantId)));
}

/** Adds a label, or gives the one with this id another name and colour. Needs `label.manage`. */
export async function saveLabel(
  context: Context,
  input: {
    readonly id?: string | undefined;
    readonly name: string;
    readonly colour: LabelColour;
  },
): Promise<Result<void, LabelRefusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("label.manage")) return refuse({ kind: "not-permitted" });
  if (input.id !== undefined && !isId(input.id))
    return refuse({ kind: "not-found" });
  const name = normaliseLabelName(input.name);
  const fault = faultOfLabelName(name);
  if (fault) return refuse({ kind: fault });
  const id = input.id ?? newId(now.getTime());
  const label = { id, name, colour: input.colour };
  return context.transaction<Result<void, LabelRefusal>>(async (db) => {
    if (input.id === undefined) {
      const isNew = await insertLabel(db, tenantId, {
        ...label,
        createdAt: now,
      });
      if (!isNew) return refuse({ kind: "label-name-taken" });
    } else {
      const changed = await updateLabel(db, tenantId, label);
      if (changed === "name-taken") return refuse({ kind: "label-name-taken" });
      if (!changed) return refuse({ kind: "not-found" });
    }
    await recordAudit(context, db, {
      action: input.id === undefined ? "label.added" : "label.changed",
      subject: { kind: "label", id },
    });
    return ok(undefined);
  });
}

/** Removes a label from the authority and from every Vorgang. Needs `label.manage`. Idempotent. */
export async function removeLabel(
  context: Context,
  id: string,
): Promise<Result<void, VorgangRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("label.manage")) return refuse({ kind: "not-permitted" });
  if (!isId(id)) return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    if (!(await deleteLabel(db, tenantId, id))) return ok(undefined);
    await recordAudit(context, db, {
      action: "label.removed",
      subject: { kind: "label", id },
    });
    return ok(undefined);
  });
}

/**
 * Puts labels on a Vorgang and takes others off: what the caller changed against what they saw, so that what others did meanwhile stays. The
 * reverse undoes it. Idempotent.
 */
export async function labelVorgang(
  context: Context,
  input: {
    readonly vorgangId: string;
    readonly seen: readonly string[];
    readonly ticked: readonly string[];
  },
): Promise<Result<void, VorgangRefusal>> {
  const { tenantId } = context;
  const { added, removed } = labelChange(
    input.seen.filter(isId),
    input.ticked.filter(isId),
  );
  return withVorgang(context, input.vorgangId, async (db, { id }) => {
    const change = { vorgangId: id, added, removed };
    const count = await changeLabelsOf(db, tenantId, change);
    if (count === 0) return ok(undefined);
    await recordAudit(context, db, {
      action: "vorgang.labelled",
      subject: { kind: "vorgang", id },
      details: { added: added.length, removed: removed.length },
    });
    return ok(undefined);
  });
}
