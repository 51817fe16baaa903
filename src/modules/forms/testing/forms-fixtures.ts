import assert from "node:assert/strict";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { dogTax } from "../demo/dog-tax.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { findPublishedForm } from "../use-cases/find-form.ts";
import { publishForm } from "../use-cases/publish-form.ts";
import { saveOverlay } from "../use-cases/save-overlay.ts";

/** Renate looks after the forms of her authority. */
export const renate: Actor = staffWith(
  "renate",
  "forms.read",
  "forms.edit",
  "forms.publish",
);

type Where = keyof typeof demoTenants;

/** What editors do at the authorities of the demo's tree, in one line each. Sow the authorities first. */
export function formsDesk(database: TestDatabase) {
  const at = (where: Where, actor: Actor = renate): Context =>
    database.contextFor({ tenantId: demoTenants[where], actor });
  return {
    at,
    bring: (definition: FormDefinition = dogTax) =>
      at("installation").transaction((db) =>
        saveFormVersion(db, definition, at("installation").now),
      ),
    refine: async (where: Where, change: Partial<Overlay>, seenVersion = 0) => {
      const saved = await saveOverlay(at(where), {
        formKey: dogTax.key,
        content: overlayOf(change),
        seenVersion,
      });
      assert.ok(saved.ok, JSON.stringify(saved));
      return saved.value.version;
    },
    publish: async (where: Where, formVersionId: string) => {
      const published = await publishForm(at(where), { formVersionId });
      assert.ok(published.ok, JSON.stringify(published));
      return published.value;
    },
    shown: (where: Where) => findPublishedForm(at(where), dogTax.key),
  };
}

/** An overlay of the dog tax. */
export function overlayOf(change: Partial<Overlay>): Overlay {
  return {
    formatVersion: 1,
    formKey: dogTax.key,
    basedOn: { version: dogTax.version },
    ...change,
  };
}
