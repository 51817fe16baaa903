import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type { FormDefinition } from "../form-definition.ts";
import type { FormExample } from "../form-example.ts";
import { applyToElements } from "./apply-to-elements.ts";
import { applyToPages } from "./apply-to-pages.ts";
import { applyToRules } from "./apply-to-rules.ts";
import { applyTranslations } from "./apply-translations.ts";
import type { OverlayFinding } from "./finding.ts";
import { openLayers, textOver, type Layers } from "./layers.ts";
import type { OverlayLayer } from "./overlay.ts";

export type RefinedForm = {
  readonly definition: FormDefinition;
  readonly findings: readonly OverlayFinding[];
  /** What the overlays expect of the form. */
  readonly examples: readonly FormExample[];
};

/**
 * The form as an authority shows it: its source with the overlays of the line above and its own, the installation's first. Whatever does
 * not fit is left out and found; nothing throws. Without overlays the form is returned as it is.
 */
export function applyOverlays(
  base: FormDefinition,
  overlays: readonly OverlayLayer[],
): RefinedForm {
  if (overlays.length === 0)
    return { definition: base, findings: [], examples: [] };
  const fitting = overlays.filter(
    ({ overlay }) => overlay.formKey === base.key,
  );
  const layers = openLayers(fitting);
  checkVersions(base, fitting, layers);
  const pages = applyToPages(
    base,
    applyToElements(
      base.pages.flatMap(({ elements }) => elements),
      layers,
    ),
    layers,
  );
  const refined: FormDefinition = withoutUndefined({
    ...base,
    ...textsOf(base, layers),
    pages,
    provenance: provenanceOf(base, fitting),
    translations: applyTranslations(base, layers),
  });
  const { rules, findings } = applyToRules(base, refined, layers);
  return {
    definition: { ...refined, ...rules },
    findings: [...otherForms(base, overlays), ...findings],
    examples: examplesOf(fitting),
  };
}

function examplesOf(overlays: readonly OverlayLayer[]): FormExample[] {
  const byTitle = new Map<string, FormExample>();
  for (const { overlay } of overlays)
    for (const example of overlay.examples ?? [])
      byTitle.set(example.title, example);
  return [...byTitle.values()];
}

function textsOf(base: FormDefinition, layers: Layers) {
  return {
    title:
      textOver(
        layers.nearest(({ title }) => title),
        base.title,
      ) ?? base.title,
    description: textOver(
      layers.nearest(({ description }) => description),
      base.description,
    ),
    precheck: layers.nearest(({ precheck }) => precheck) ?? base.precheck,
    documents: layers.nearest(({ documents }) => documents) ?? base.documents,
    minutes: layers.nearest(({ minutes }) => minutes) ?? base.minutes,
  };
}

function provenanceOf(
  { provenance }: FormDefinition,
  overlays: readonly OverlayLayer[],
): FormDefinition["provenance"] {
  if (overlays.length === 0) return provenance;
  return {
    ...provenance,
    overlays: overlays.map(({ authority, version }) => ({
      authority,
      version,
    })),
  };
}

function checkVersions(
  { version }: FormDefinition,
  overlays: readonly OverlayLayer[],
  layers: Layers,
): void {
  for (const each of overlays)
    if (each.overlay.basedOn.version !== version)
      layers.report(
        "other-version",
        {
          place: "",
          read: (overlay) => (overlay === each.overlay ? true : undefined),
        },
        { given: each.overlay.basedOn.version, version },
      );
}

function otherForms(
  { key }: FormDefinition,
  overlays: readonly OverlayLayer[],
): OverlayFinding[] {
  return overlays
    .filter(({ overlay }) => overlay.formKey !== key)
    .map(({ authority, overlay }) => ({
      severity: "error",
      code: "other-form",
      place: "",
      authority,
      params: { given: overlay.formKey, key },
    }));
}
