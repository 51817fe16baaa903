import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Option } from "../../../../ui/select.ts";
import type {
  FormError,
  TypedLeistung,
} from "../../domain/typed/form-error.ts";
import type { RowAct } from "./typed-in.ts";

/** What the inputs show, and what is said at them. */
export type EditorFormInput = {
  readonly typed: TypedLeistung;
  readonly errors: readonly FormError[];
  /** Inputs that somebody else has changed as well. */
  readonly contested: readonly string[];
  /** The row that was just added or removed. */
  readonly touched?: RowAct | undefined;
  readonly offices: readonly Option[];
  readonly situations: readonly Option[];
  readonly locale: Locale;
};
