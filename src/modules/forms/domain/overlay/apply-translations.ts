import type { FormDefinition, Translations } from "../form-definition.ts";
import { listPaths } from "./element-paths.ts";
import { ownProperty, type Layers, type Place } from "./layers.ts";

/** Texts in other languages: by place and language the nearest overlay, else the form. Undefined where there are none at all. */
export function applyTranslations(
  base: FormDefinition,
  layers: Layers,
): Translations | undefined {
  const { translations = {} } = base;
  const known = knownPlaces(base);
  const refined = new Set(layers.keysOf((overlay) => overlay.translations));
  for (const place of refined)
    if (!isKnown(place, known))
      layers.report("translation-unknown", atTranslation(place));
  const places = new Set([...Object.keys(translations), ...refined]);
  const merged = [...places].map(
    (place) => [place, textsAt(translations, place, layers)] as const,
  );
  const filled = merged.filter(([, texts]) => Object.keys(texts).length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function textsAt(
  translations: Translations,
  place: string,
  layers: Layers,
): Translations[string] {
  const given = ownProperty(translations, place) ?? {};
  const languages = new Set([
    ...Object.keys(given),
    ...layers.keysOf((overlay) => ownProperty(overlay.translations, place)),
  ]);
  return Object.fromEntries(
    [...languages].flatMap((language) => {
      const texts =
        layers.nearest((overlay) =>
          ownProperty(ownProperty(overlay.translations, place), language),
        ) ?? ownProperty(given, language);
      return texts ? [[language, texts] as const] : [];
    }),
  );
}

function knownPlaces({ pages }: FormDefinition): ReadonlySet<string> {
  return new Set([
    "",
    ...listPaths(
      pages.flatMap(({ elements }) => elements),
      "",
    ),
  ]);
}

/** Pages, checks and the Vorab-Check may be new in an overlay; what they name is found there. */
function isKnown(place: string, known: ReadonlySet<string>): boolean {
  return /^(?:page|check|precheck|outcome):/.test(place) || known.has(place);
}

function atTranslation(place: string): Place {
  return {
    place,
    read: (overlay) => ownProperty(overlay.translations, place),
  };
}
