import { packageWords } from "../../../modules/delivery/output.ts";

export const en = {
  title: "Directory",
  about:
    "Puts each application as a package into a directory from which your back-office system fetches it.",
  "option.directory": "Directory",
  "hint.directory":
    "Below the directory of your authority, for example citizens-office/parking. It must be there already.",
  ...packageWords.en,
};
