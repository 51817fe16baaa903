import {
  severityOf,
  type OverlayFinding,
  type OverlayFindingCode,
} from "./finding.ts";
import type { ElementChange, Overlay, OverlayLayer } from "./overlay.ts";

/** The overlays of a line of authorities, asked property by property. */
export type Layers = {
  /** What the nearest authority says that says something; undefined where nobody does, or where it was taken back. */
  nearest<Value>(
    read: (overlay: Overlay) => Value | null | undefined,
  ): Value | undefined;
  /** The same for a property of one element. */
  ofElement<Value>(
    path: string,
    read: (change: ElementChange) => Value | null | undefined,
  ): Value | undefined;
  /** All that any authority names under a property that is a record. */
  keysOf(read: (overlay: Overlay) => object | undefined): string[];
  /** Position of the layer that decides; -1 where none does. */
  positionOf(read: (overlay: Overlay) => unknown): number;
  report(
    code: OverlayFindingCode,
    at: Place,
    params?: OverlayFinding["params"],
  ): void;
  readonly findings: readonly OverlayFinding[];
};

/** Where a finding belongs, and how to see which authority speaks of it. */
export type Place = {
  readonly place: string;
  readonly read: (overlay: Overlay) => unknown;
};

export function openLayers(layers: readonly OverlayLayer[]): Layers {
  const overlays = layers.map(({ overlay }) => overlay);
  const findings: OverlayFinding[] = [];
  const positionOf = (read: (overlay: Overlay) => unknown) =>
    overlays.findLastIndex((overlay) => read(overlay) !== undefined);
  return {
    findings,
    positionOf,
    nearest: (read) => nearestOf(overlays, read),
    ofElement: (path, read) =>
      nearestOf(overlays, (overlay) => {
        const change = ownProperty(overlay.elements, path);
        return change === null ? null : change && read(change);
      }),
    keysOf: (read) => [
      ...new Set(
        overlays.flatMap((overlay) => Object.keys(read(overlay) ?? {})),
      ),
    ],
    report: (code, { place, read }, params = {}) => {
      const authority = layers[positionOf(read)]?.authority ?? "";
      findings.push({
        severity: severityOf(code),
        code,
        place,
        authority,
        params,
      });
    },
  };
}

function nearestOf<Value>(
  overlays: readonly Overlay[],
  read: (overlay: Overlay) => Value | null | undefined,
): Value | undefined {
  for (const overlay of overlays.toReversed()) {
    const value = read(overlay);
    if (value !== undefined) return value ?? undefined;
  }
  return undefined;
}

/** A property of the record itself, never one of every object: keys come from people. */
export function ownProperty<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A finding at an element, of whoever changes it. */
export function atElement(path: string): Place {
  return { place: path, read: ({ elements }) => ownProperty(elements, path) };
}

/** Text of an overlay over text of the form: the empty one removes it. */
export function textOver(
  said: string | undefined,
  base: string | undefined,
): string | undefined {
  const text = said ?? base;
  return text === "" ? undefined : text;
}
