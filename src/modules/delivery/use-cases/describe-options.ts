import { z } from "zod";
import { type Locale } from "../../../platform/i18n/texts.ts";
import type {
  ConnectorDescription,
  OptionField,
  OptionKind,
} from "../domain/option-field.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

export type DescribedOptions<Key extends string> = {
  readonly schema: z.ZodType;
  /** `title`, `about`, and for each option `option.<name>`, `hint.<name>` if there is more to say, `choice.<name>.<value>`. */
  readonly de: Words<Key>;
  readonly en: Words<NoInfer<Key>>;
};

/** Set by the delivery module, never entered. */
const ownOptions: ReadonlySet<string> = new Set(["tenantId"]);

/**
 * The form of a connector's options, made from their schema: what can be left out, what is chosen, what applies when nothing is entered.
 * `.meta({ kind: "secret" })` says what the schema cannot. Throws when an option has no words.
 */
export function describeOptions<Key extends string>({
  schema,
  de,
  en,
}: DescribedOptions<Key>): (locale: Locale) => ConnectorDescription {
  const { properties, required } = asked.parse(
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
  );
  const options = Object.entries(properties).filter(
    ([name]) => !ownOptions.has(name),
  );
  return (locale) => {
    const words = new Map(Object.entries<string>(locale === "de" ? de : en));
    const word = (key: string): string => {
      const text = words.get(key);
      if (text === undefined)
        throw new TypeError(`connector options: no word for "${key}"`);
      return text;
    };
    return {
      title: word("title"),
      about: word("about"),
      fields: options.map(([name, option]): OptionField => ({
        name,
        kind: kindOf(option),
        label: word(`option.${name}`),
        hint: words.get(`hint.${name}`),
        isRequired: required.includes(name),
        choices: (option.enum ?? option.items?.enum ?? []).map((value) => ({
          value,
          label: word(`choice.${name}.${value}`),
        })),
        initial: option.default ?? [],
      })),
    };
  };
}

const texts = z
  .union([z.string(), z.number()])
  .transform((one) => [String(one)])
  .or(z.array(z.string()));

const option = z.object({
  kind: z.enum(["lines", "certificate", "secret", "secret-lines"]).optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  items: z.object({ enum: z.array(z.string()).optional() }).optional(),
  default: texts.optional(),
});

const asked = z.object({
  properties: z.record(z.string(), option),
  required: z.array(z.string()).default([]),
});

function kindOf(given: z.infer<typeof option>): OptionKind {
  if (given.kind) return given.kind;
  if (given.enum) return "choice";
  if (given.type === "array") return "choices";
  if (given.type === "integer" || given.type === "number") return "number";
  if (given.format === "uri") return "url";
  return given.format === "email" ? "email" : "text";
}
