import { withoutUndefined } from "../../../../platform/values/without-undefined.ts";
import type {
  Cardinality,
  FormElement,
  FormField,
  FormGroup,
} from "../form-definition.ts";
import { correctType } from "./correct-type.ts";
import { listPaths, pathOf } from "./element-paths.ts";
import { inOrder } from "./in-order.ts";
import { atElement, textOver, type Layers } from "./layers.ts";
import type { ElementChange } from "./overlay.ts";

/** The top-level elements with what the overlays say about them and everything in them. */
export function applyToElements(
  elements: readonly FormElement[],
  layers: Layers,
): FormElement[] {
  const known = new Set(listPaths(elements, ""));
  for (const path of layers.keysOf((overlay) => overlay.elements))
    if (!known.has(path)) layers.report("element-unknown", atElement(path));
  const applied = elements.flatMap((element) =>
    applyToElement(element, element.key, layers),
  );
  if (applied.length > 0) return applied;
  layers.report("nothing-left", {
    place: "",
    read: (overlay) => overlay.elements,
  });
  return [...elements];
}

/** Empty for an element that is dropped. */
function applyToElement(
  element: FormElement,
  path: string,
  layers: Layers,
): FormElement[] {
  const cardinality = cardinalityOf(element, path, layers);
  if (isDropped(element, path, layers)) {
    if (cardinality.min > 0) layers.report("required-dropped", atElement(path));
    return [];
  }
  return element.kind === "group"
    ? applyToGroup({ ...element, cardinality }, path, layers)
    : [applyToField({ ...element, cardinality }, path, layers)];
}

function isDropped(
  element: FormElement,
  path: string,
  layers: Layers,
): boolean {
  if (layers.ofElement(path, ({ drop }) => drop) !== true) return false;
  // With a value to carry along the field stays, unseen.
  return (
    element.kind === "group" ||
    layers.ofElement(path, ({ initialValue }) => initialValue) === undefined
  );
}

/** Loosened or widened, a form may be filled in so that its source would not take it: an editor should know. */
function cardinalityOf(
  { cardinality: base }: FormElement,
  path: string,
  layers: Layers,
): Cardinality {
  const given = layers.ofElement(path, ({ cardinality }) => cardinality);
  if (!given) return base;
  const most = (max: number | null) => max ?? Number.POSITIVE_INFINITY;
  if (given.min > most(given.max)) {
    layers.report("cardinality-reversed", atElement(path));
    return base;
  }
  if (most(given.max) > most(base.max))
    layers.report("cardinality-widened", atElement(path));
  if (given.min < base.min) layers.report("required-loosened", atElement(path));
  return given;
}

function textsOf(element: FormElement, path: string, layers: Layers) {
  const said = (read: (change: ElementChange) => string | null | undefined) =>
    layers.ofElement(path, read);
  return {
    label:
      textOver(
        said(({ label }) => label),
        element.label,
      ) ?? element.label,
    help: textOver(
      said(({ help }) => help),
      element.help,
    ),
    visibleWhen: textOver(
      said(({ visibleWhen }) => visibleWhen),
      element.visibleWhen,
    ),
  };
}

function applyToGroup(
  group: FormGroup,
  path: string,
  layers: Layers,
): FormGroup[] {
  for (const property of propertiesOfFields)
    if (layers.ofElement(path, (change) => change[property]) !== undefined)
      layers.report("property-of-group", atElement(path), { property });
  const elements = inOrder(
    group.elements.flatMap((element) =>
      applyToElement(element, pathOf(path, element.key), layers),
    ),
    layers.ofElement(path, ({ order }) => order) ?? [],
    (key) => layers.report("order-unknown", atElement(path), { key }),
  );
  if (elements.length > 0)
    return [
      withoutUndefined({ ...group, ...textsOf(group, path, layers), elements }),
    ];
  if (group.cardinality.min > 0)
    layers.report("nothing-left", {
      place: path,
      read: (overlay) => overlay.elements,
    });
  return [];
}

const propertiesOfFields = [
  "requiredWhen",
  "computed",
  "type",
  "entry",
  "initialValue",
  "prefill",
  "place",
  "autocomplete",
] as const satisfies readonly (keyof ElementChange)[];

function applyToField(
  field: FormField,
  path: string,
  layers: Layers,
): FormField {
  if (layers.ofElement(path, ({ order }) => order) !== undefined)
    layers.report("property-of-field", atElement(path), { property: "order" });
  const changed = {
    ...correctType(field, path, layers),
    ...textsOf(field, path, layers),
    ...rulesOf(field, path, layers),
    ...entryOf(field, path, layers),
  };
  const { initialValue } = changed;
  if (
    changed.dataType === "select" &&
    initialValue !== undefined &&
    !changed.options.some(({ code }) => code === initialValue)
  )
    layers.report("initial-value-not-an-option", atElement(path), {
      value: initialValue,
    });
  return withoutUndefined(changed);
}

function rulesOf(field: FormField, path: string, layers: Layers) {
  const { requiredWhen, computed } = field;
  return {
    requiredWhen: textOver(
      layers.ofElement(path, (change) => change.requiredWhen),
      requiredWhen,
    ),
    computed: textOver(
      layers.ofElement(path, (change) => change.computed),
      computed,
    ),
  };
}

function entryOf(field: FormField, path: string, layers: Layers) {
  const isHidden = layers.ofElement(path, ({ drop }) => drop) === true;
  const entry = isHidden
    ? "hidden"
    : (layers.ofElement(path, (change) => change.entry) ?? field.entry);
  return {
    entry: entry === "open" ? undefined : entry,
    initialValue: textOver(
      layers.ofElement(path, (change) => change.initialValue),
      field.initialValue,
    ),
    prefill:
      layers.ofElement(path, (change) => change.prefill) ?? field.prefill,
    place: layers.ofElement(path, (change) => change.place) ?? field.place,
    autocomplete: textOver(
      layers.ofElement(path, (change) => change.autocomplete),
      field.autocomplete,
    ),
  };
}
