export type { ImportMessage } from "./import/import-message.ts";
export { describeImportMessage } from "./use-cases/describe.ts";
export { describeOverlayFault } from "./use-cases/describe-overlay-fault.ts";
export { exportForm } from "./use-cases/export-form.ts";
export { importCodeLists } from "./use-cases/import-code-lists.ts";
export { importForm } from "./use-cases/import-form.ts";
export type { FormReport } from "./use-cases/check-form.ts";
export { openForm, type OpenedForm } from "./use-cases/open-form.ts";
export {
  saveOverlay,
  type SaveOverlayRefusal,
} from "./use-cases/save-overlay.ts";
export { withdrawForm } from "./use-cases/withdraw-form.ts";
export {
  publishForm,
  type PublishFormRefusal,
} from "./use-cases/publish-form.ts";
export { describeRuleFinding } from "./use-cases/describe-rules.ts";
export { formRulesScript } from "./web/form-rules-script.ts";
