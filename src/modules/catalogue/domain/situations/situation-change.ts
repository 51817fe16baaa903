import { stableHash } from "../../../../platform/values/stable-hash.ts";
import type { SituationChange, TreeSituation } from "./situations.ts";

/**
 * What an authority says of a situation after a further change. What is the same as above is left out: it follows from then on.
 * Undefined where nothing of its own is left.
 */
export function ownChange(
  before: SituationChange | undefined,
  change: SituationChange,
  above: TreeSituation | undefined,
): SituationChange | undefined {
  const said = { ...before, ...change };
  const own = {
    place: said.place,
    names: unlessSame(said.names, above?.names),
    position: unlessSame(said.position, above?.position),
    isHidden: unlessSame(said.isHidden, above?.isHidden),
  };
  return Object.values(own).every((value) => value === undefined)
    ? undefined
    : { key: change.key, ...own };
}

function unlessSame<Value>(
  own: Value | undefined,
  above: Value | undefined,
): Value | undefined {
  const isSame =
    own !== undefined &&
    above !== undefined &&
    stableHash(own) === stableHash(above);
  return isSame ? undefined : own;
}
