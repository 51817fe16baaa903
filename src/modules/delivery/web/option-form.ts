import {
  missingOptions,
  optionInputName,
  readOptionInputs,
} from "./destination-input.ts";
import { optionFault, optionInputs } from "./option-inputs.ts";

/** The form of options that `describeOptions` made, for other pages that ask for them: inputs, reading them, what is missing, what is wrong. */
export const optionForm = {
  inputName: optionInputName,
  inputs: optionInputs,
  read: readOptionInputs,
  missing: missingOptions,
  faultText: optionFault,
};
